import type { Service } from '../schema.js';
import type { Found, Rule } from './rule.js';

/** A name leads to one service; where several have it on purpose, each says so under "shared", and the bot asks which is meant. */
export const uniqueNames: Rule = {
  name: 'unique-names',
  level: 'error',
  *check({ services }): Iterable<Found> {
    const owners = new Map<string, string>();
    for (const [id, service] of services) {
      const file = `services/${id}.yml`;
      const own = new Set<string>();
      for (const [path, name] of namesOf(service)) {
        const key = name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
        if (own.has(key)) {
          yield { file, path, problem: `"${name}" stands twice in this file`, fix: 'delete one; spaces, hyphens and capitals make no difference' };
          continue;
        }
        own.add(key);
        const other = owners.get(key);
        if (other === undefined) owners.set(key, id);
        else yield { file, path, problem: `"${name}" is a name of ${other} as well`, fix: 'keep it in one of the two, or move it to "shared" in both' };
      }
    }
  },
};

function* namesOf({ name, former = [], aliases = [] }: Service): Iterable<[PropertyKey[], string]> {
  yield [['name'], name];
  for (const [index, one] of former.entries()) yield [['former', index], one];
  for (const [index, one] of aliases.entries()) yield [['aliases', index], one];
}
