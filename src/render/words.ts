/** The words and icons that are the same on every surface. */
import type { Answer, Verdict } from '../ask/answer.js';
import type { Reply } from '../ask/claim.js';
import type { Row } from '../knowledge/ownership.js';
import type { ModelId, Owner } from '../knowledge/schema.js';

export const ICON = { aws: '☁️', customer: '👤', shared: '🤝' } as const satisfies Record<Owner, string>;
export const WHOSE = { aws: "AWS's", customer: 'Yours', shared: 'Shared' } as const satisfies Record<Owner, string>;
export const MODEL_NAME = { infrastructure: 'infrastructure', container: 'managed (container)', abstract: 'abstract' } as const satisfies Record<
  ModelId,
  string
>;

/** What concerns the reader most comes first. */
export const OWNERS: readonly Owner[] = ['customer', 'shared', 'aws'];

export function inGeneral(owner: Owner): string {
  return { aws: "AWS's in general", customer: 'yours in general', shared: 'shared between AWS and you in general' }[owner];
}

/** Category, model, former name and end of a service in one line. */
export function serviceLine({ category, model, inferred, lifecycle, service }: Extract<Answer, { kind: 'service' }>): string {
  return [
    category,
    `${MODEL_NAME[model]} service${inferred ? ' (our reading)' : ''}`,
    ...(service.formerly ? [`formerly ${service.formerly}`] : []),
    ...(lifecycle ? [lifecycle] : []),
  ].join(' · ');
}

/** What a question that claims an owner is told first. */
export const REPLY = {
  yes: 'Yes.',
  no: 'No.',
  'yes-in-part': 'Yes, in part.',
  'no-not-alone': 'No, not AWS alone.',
  'no-part-is-yours': 'No, part of it is yours.',
} as const satisfies Record<Reply, string>;

/** The verdict in one sentence: owner first. */
export function headline({ owner, control, service }: Verdict): string {
  const subject = service ? `${control.title} on ${service.name}` : control.title;
  switch (owner) {
    case 'aws':
      return `AWS is responsible: ${subject}.`;
    case 'customer':
      return `You are responsible: ${subject}.`;
    case 'shared':
      return `Shared between AWS and you: ${subject}.`;
    default:
      return owner satisfies never;
  }
}

/** What the owner does, or both halves, in one line. */
export function halves({ owner, aws, customer }: Row): string {
  if (owner === 'shared') return `AWS ${aws}; you ${customer}`;
  return (owner === 'aws' ? aws : customer) ?? '';
}

/** Why we say so, in a few words. */
export function because({ because, unverified }: Row, service?: string): string {
  // Honest before complete: the page is a likely one, nobody has read it for this yet.
  if (unverified) return 'not yet checked against a page';
  switch (because.by) {
    case 'variant':
    case 'service':
      return `stated for ${service ?? because.service}`;
    case 'model':
      return `as for every ${MODEL_NAME[because.model]} service`;
    case 'control':
      return 'in general';
    default:
      return because satisfies never;
  }
}

/** The guide that an address belongs to, for a link that says where it leads: "Amazon RDS User Guide" is not in the address, "AmazonRDS" is. */
export function sourceName(address: string): string {
  const { hostname, pathname } = new URL(address);
  if (hostname === 'aws.amazon.com')
    return pathname.includes('shared-responsibility') ? 'AWS Shared Responsibility Model' : `aws.amazon.com${pathname.replace(/\/$/, '')}`;
  const parts = pathname.split('/').filter(Boolean);
  const page = (parts.at(-1) ?? '')
    .replace(/\.html$/, '')
    .replaceAll(/[-_.]+/g, ' ')
    .replace(/^(USER|CHAP|Overview|WHAT) /, '');
  return `${GUIDES[parts[0] ?? ''] ?? parts[0] ?? hostname}: ${page}`;
}

const GUIDES: Record<string, string> = {
  wellarchitected: 'AWS Well-Architected',
  AmazonRDS: 'Amazon RDS User Guide',
  AmazonS3: 'Amazon S3 User Guide',
  AWSEC2: 'Amazon EC2 User Guide',
  IAM: 'IAM User Guide',
  lambda: 'AWS Lambda Developer Guide',
};
