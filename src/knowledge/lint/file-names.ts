import { Id } from '../schema.js';
import type { Rule } from './rule.js';

/** The name of a file is the id of its entry, so it is written as ids are. */
export const fileNames: Rule = {
  name: 'file-names',
  level: 'error',
  *check({ controls, services, concepts }) {
    for (const [kind, entries] of Object.entries({ controls, services, concepts })) {
      for (const id of entries.keys()) {
        if (!Id.safeParse(id).success)
          yield {
            file: `${kind}/${id}.yml`,
            path: [],
            problem: `"${id}" is not an id`,
            fix: 'name the file in lower case with hyphens, such as "elastic-beanstalk.yml"',
          };
      }
    }
  },
};
