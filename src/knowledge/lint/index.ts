import type { Finding } from '../finding.js';
import type { Knowledge, Locate } from '../load.js';
import { knownIds } from './known-ids.js';
import type { Rule } from './rule.js';
import { sourceHosts } from './source-hosts.js';

const RULES: readonly Rule[] = [knownIds, sourceHosts];

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
