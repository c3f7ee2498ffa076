/** Something wrong in the knowledge: where, what, and what to do about it. */
export interface Finding {
  level: 'error' | 'warning';
  rule: string;
  /** Relative to the knowledge folder. */
  file: string;
  line: number;
  column: number;
  path: string;
  problem: string;
  fix: string;
}

/** `knowledge/services/s3.yml:12:5 controls.backup.owner: problem (what to do)` */
export function formatFinding({ file, line, column, path, problem, fix }: Finding): string {
  const advice = fix === problem ? '' : ` (${fix})`;
  return `knowledge/${file}:${line}:${column}${path ? ` ${path}` : ''}: ${problem}${advice}`;
}

/** The knowledge cannot be used. The message lists every mistake. */
export class KnowledgeError extends Error {
  override readonly name = 'KnowledgeError';
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(`${findings.length} ${findings.length === 1 ? 'mistake' : 'mistakes'} in the knowledge:\n${findings.map(formatFinding).join('\n')}`);
    this.findings = findings;
  }
}
