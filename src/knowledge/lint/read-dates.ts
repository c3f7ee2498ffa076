import type { Knowledge } from '../load.js';
import type { Found, Rule } from './rule.js';

const MONTHS_FRESH = 12;

/** A page cannot have been read tomorrow. */
export const futureDates: Rule = {
  name: 'future-dates',
  level: 'error',
  *check(knowledge, today): Iterable<Found> {
    const now = today.toISOString().slice(0, 10);
    for (const [file, path, read] of dates(knowledge)) {
      if (read > now) yield { file, path, problem: `${read} is in the future`, fix: 'write the day on which the page was read' };
    }
  },
};

/** AWS changes its services: what was read more than a year ago is to be read again. */
export const staleDates: Rule = {
  name: 'stale-dates',
  level: 'warning',
  *check(knowledge, today): Iterable<Found> {
    const limit = new Date(today);
    limit.setUTCMonth(limit.getUTCMonth() - MONTHS_FRESH);
    const oldest = limit.toISOString().slice(0, 10);
    for (const [file, path, read] of dates(knowledge)) {
      if (read < oldest)
        yield {
          file,
          path,
          problem: `read on ${read}, more than ${MONTHS_FRESH} months ago`,
          fix: 'read the sources again, correct the entry, and write the new date',
        };
    }
  },
};

function* dates({ models, controls, services, concepts }: Knowledge): Iterable<[string, PropertyKey[], string]> {
  for (const [id, { read }] of Object.entries(models)) yield [`models/${id}.yml`, ['read'], read];
  for (const [id, { read }] of controls) yield [`controls/${id}.yml`, ['read'], read];
  for (const [id, { read }] of concepts) yield [`concepts/${id}.yml`, ['read'], read];
  for (const [id, { read, controls: rows, variants }] of services) {
    yield [`services/${id}.yml`, ['read'], read];
    const all: [PropertyKey[], typeof rows][] = [
      [['controls'], rows],
      ...Object.entries(variants ?? {}).map(([key, variant]): [PropertyKey[], typeof rows] => [['variants', key, 'controls'], variant.controls]),
    ];
    for (const [path, given] of all) {
      for (const [control, row] of Object.entries(given ?? {}))
        if (row !== 'none' && row.read) yield [`services/${id}.yml`, [...path, control, 'read'], row.read];
    }
  }
}
