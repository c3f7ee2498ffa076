import type { Rule } from './rule.js';

/** An id that was given up goes on working: exactly one entry says that it was its own. */
export const formerIds: Rule = {
  name: 'former-ids',
  level: 'error',
  *check({ services }) {
    const taken = new Map<string, string>();
    for (const [id, { was = [] }] of services) {
      for (const [index, old] of was.entries()) {
        const place = { file: `services/${id}.yml`, path: ['was', index] };
        const other = taken.get(old);
        if (services.has(old)) yield { ...place, problem: `"${old}" is the id of a service of today`, fix: 'delete it here' };
        else if (other !== undefined) yield { ...place, problem: `"${old}" is claimed by ${other} as well`, fix: 'keep it in one of the two' };
        taken.set(old, id);
      }
    }
  },
};
