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
    .replace(/^(USER|CHAP|Overview|WHAT) /, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return `${GUIDES[parts[0] ?? ''] ?? parts[0] ?? hostname}: ${page}`;
}

/** The first folder of an address, and the guide that it stands for. Others are named by their folder. */
const GUIDES: Record<string, string> = {
  acm: 'ACM User Guide',
  'amazon-mq': 'Amazon MQ Developer Guide',
  AmazonCloudFront: 'Amazon CloudFront Developer Guide',
  AmazonCloudWatch: 'Amazon CloudWatch User Guide',
  amazondynamodb: 'Amazon DynamoDB Developer Guide',
  AmazonECR: 'Amazon ECR User Guide',
  AmazonECS: 'Amazon ECS Developer Guide',
  AmazonElastiCache: 'Amazon ElastiCache User Guide',
  AmazonRDS: 'Amazon RDS User Guide',
  AmazonS3: 'Amazon S3 User Guide',
  apigateway: 'Amazon API Gateway Developer Guide',
  apprunner: 'AWS App Runner Developer Guide',
  appstream2: 'WorkSpaces Applications Guide',
  artifact: 'AWS Artifact User Guide',
  athena: 'Amazon Athena User Guide',
  autoscaling: 'Auto Scaling User Guide',
  'aws-backup': 'AWS Backup Developer Guide',
  awscloudtrail: 'AWS CloudTrail User Guide',
  AWSEC2: 'Amazon EC2 User Guide',
  AWSSimpleQueueService: 'Amazon SQS Developer Guide',
  batch: 'AWS Batch User Guide',
  bedrock: 'Amazon Bedrock User Guide',
  cloudhsm: 'AWS CloudHSM User Guide',
  codebuild: 'AWS CodeBuild User Guide',
  cognito: 'Amazon Cognito Developer Guide',
  config: 'AWS Config Developer Guide',
  connect: 'Amazon Connect Guide',
  directconnect: 'AWS Direct Connect User Guide',
  directoryservice: 'AWS Directory Service Guide',
  dms: 'AWS DMS User Guide',
  documentdb: 'Amazon DocumentDB Developer Guide',
  ebs: 'Amazon EBS User Guide',
  ec2: 'Amazon EC2 Guide',
  efs: 'Amazon EFS User Guide',
  eks: 'Amazon EKS User Guide',
  elasticbeanstalk: 'Elastic Beanstalk Developer Guide',
  elasticloadbalancing: 'Elastic Load Balancing Guide',
  emr: 'Amazon EMR Guide',
  eventbridge: 'Amazon EventBridge User Guide',
  firehose: 'Amazon Data Firehose Guide',
  fsx: 'Amazon FSx Guide',
  glue: 'AWS Glue Developer Guide',
  guardduty: 'Amazon GuardDuty User Guide',
  IAM: 'IAM User Guide',
  inspector: 'Amazon Inspector User Guide',
  iot: 'AWS IoT Core Guide',
  kms: 'AWS KMS Developer Guide',
  lambda: 'AWS Lambda Developer Guide',
  lightsail: 'Amazon Lightsail Guide',
  memorydb: 'Amazon MemoryDB Guide',
  mgn: 'Application Migration Service Guide',
  msk: 'Amazon MSK Developer Guide',
  mwaa: 'Amazon MWAA User Guide',
  neptune: 'Amazon Neptune User Guide',
  'opensearch-service': 'Amazon OpenSearch Service Guide',
  organizations: 'AWS Organizations User Guide',
  outposts: 'AWS Outposts User Guide',
  redshift: 'Amazon Redshift Guide',
  Route53: 'Amazon Route 53 Developer Guide',
  rosa: 'ROSA User Guide',
  sagemaker: 'Amazon SageMaker AI Guide',
  secretsmanager: 'AWS Secrets Manager User Guide',
  securityhub: 'AWS Security Hub User Guide',
  ses: 'Amazon SES Developer Guide',
  singlesignon: 'IAM Identity Center User Guide',
  snowball: 'AWS Snowball Edge Guide',
  sns: 'Amazon SNS Developer Guide',
  'step-functions': 'AWS Step Functions Guide',
  storagegateway: 'AWS Storage Gateway Guide',
  streams: 'Kinesis Data Streams Guide',
  'systems-manager': 'AWS Systems Manager User Guide',
  transfer: 'AWS Transfer Family Guide',
  vpc: 'Amazon VPC User Guide',
  vpn: 'AWS VPN User Guide',
  waf: 'AWS WAF Developer Guide',
  wellarchitected: 'AWS Well-Architected',
  workspaces: 'Amazon WorkSpaces Guide',
};
