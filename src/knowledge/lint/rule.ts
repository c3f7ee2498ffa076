import type { Finding } from '../finding.js';
import type { Knowledge } from '../load.js';

/** What a rule found: the loader adds where in the file it is. */
export interface Found {
  file: string;
  path: readonly PropertyKey[];
  problem: string;
  fix: string;
}

/** A rule that no schema can hold, because it spans entries. Rules never throw: they yield what they find. */
export interface Rule {
  name: string;
  level: Finding['level'];
  check(knowledge: Knowledge, today: Date): Iterable<Found>;
}
