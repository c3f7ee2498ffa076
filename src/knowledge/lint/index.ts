import type { Finding } from '../finding.js';
import type { Knowledge } from '../load.js';
import type { Locate } from '../parse.js';
import { fileNames } from './file-names.js';
import { formerIds } from './former-ids.js';
import { knownIds } from './known-ids.js';
import { needlessExceptions } from './needless-exceptions.js';
import { futureDates, staleDates } from './read-dates.js';
import type { Rule } from './rule.js';
import { sourceHosts } from './source-hosts.js';
import { uniqueNames } from './unique-names.js';

const RULES: readonly Rule[] = [fileNames, knownIds, formerIds, uniqueNames, needlessExceptions, sourceHosts, futureDates, staleDates];

/** Runs every rule over valid knowledge. */
export function lint(knowledge: Knowledge, locate: Locate, today: Date, rules = RULES): Finding[] {
  return rules.flatMap((rule) =>
    [...rule.check(knowledge, today)].map(({ file, path, problem, fix }) => ({
      level: rule.level,
      rule: rule.name,
      file,
      ...locate(file, path),
      path: path.map(String).join('.'),
      problem,
      fix,
    })),
  );
}
