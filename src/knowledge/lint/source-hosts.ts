import type { Rule } from './rule.js';

const HOSTS = new Set(['docs.aws.amazon.com', 'aws.amazon.com', 'repost.aws', 'd1.awsstatic.com', 'csrc.nist.gov', 'docs.oracle.com', 'docs.redhat.com']);

/** Sources are pages of AWS (or of the partner that runs a service with AWS), without a locale in the path. */
export const sourceHosts: Rule = {
  name: 'source-hosts',
  level: 'error',
  *check({ models, controls, services, concepts }) {
    const files: [string, unknown][] = [
      ...Object.entries(models).map(([id, entry]): [string, unknown] => [`models/${id}.yml`, entry]),
      ...[...controls].map(([id, entry]): [string, unknown] => [`controls/${id}.yml`, entry]),
      ...[...services].map(([id, entry]): [string, unknown] => [`services/${id}.yml`, entry]),
      ...[...concepts].map(([id, entry]): [string, unknown] => [`concepts/${id}.yml`, entry]),
    ];
    for (const [file, entry] of files) {
      for (const [path, address] of sourcesIn(entry, [])) {
        const { hostname, pathname } = new URL(address);
        if (!HOSTS.has(hostname)) yield { file, path, problem: `${hostname} is not a host that we cite`, fix: `cite a page of ${[...HOSTS].join(', ')}` };
        else if (/^\/[a-z]{2}(_[a-z]{2})?\//.test(pathname))
          yield { file, path, problem: 'the address has a language in it', fix: 'remove the language from the path' };
      }
    }
  },
};

function* sourcesIn(value: unknown, path: PropertyKey[]): Iterable<[PropertyKey[], string]> {
  if (!value || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'sources' && Array.isArray(inner)) {
      for (const [index, address] of inner.entries()) if (typeof address === 'string') yield [[...path, key, index], address];
    } else yield* sourcesIn(inner, [...path, key]);
  }
}
