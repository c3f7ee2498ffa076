import { hasMeaning } from '../ownership.js';
import type { Service } from '../schema.js';
import type { Found, Rule } from './rule.js';

/** An exception that is no longer needed misleads the next editor: shared names that nobody shares, ordinary words that are no names, "none" for nothing. */
export const needlessExceptions: Rule = {
  name: 'needless-exceptions',
  level: 'error',
  *check({ controls, services }): Iterable<Found> {
    const sharers = new Map<string, number>();
    for (const { shared = [] } of services.values()) for (const name of shared) sharers.set(name.toLowerCase(), (sharers.get(name.toLowerCase()) ?? 0) + 1);
    for (const [id, service] of services) {
      const file = `services/${id}.yml`;
      for (const [index, name] of (service.shared ?? []).entries()) {
        if ((sharers.get(name.toLowerCase()) ?? 0) < 2)
          yield { file, path: ['shared', index], problem: `no other service shares "${name}"`, fix: 'move it to "aliases"' };
      }
      const names = allNames(service);
      for (const [index, name] of (service.common ?? []).entries()) {
        if (!names.has(keyOf(name)))
          yield { file, path: ['common', index], problem: `"${name}" is not a name of this service`, fix: 'delete it, or add it to "aliases"' };
      }
      for (const [control, row] of Object.entries(service.controls ?? {})) {
        const entry = controls.get(control);
        if (row === 'none' && entry && !hasMeaning(entry, service))
          yield { file, path: ['controls', control], problem: 'it has no meaning for this service anyway, by its traits', fix: 'delete the line' };
      }
    }
  },
};

function allNames({ name, former = [], aliases = [], shared = [] }: Service): Set<string> {
  return new Set([name, ...former, ...aliases, ...shared].flatMap((one) => [keyOf(one), keyOf(one.replace(/^(amazon|aws) /i, ''))]));
}

const keyOf = (name: string) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
