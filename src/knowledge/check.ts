/** `npm run knowledge:check [folder]`: prints every mistake and warning, and the counts. Exits 1 if there is a mistake. */
import { KNOWLEDGE } from '../shipped-files.js';
import { formatFinding } from './finding.js';
import type { Knowledge } from './load.js';
import { inspectKnowledge } from './parse.js';

const dir = process.argv[2] ?? KNOWLEDGE;
const { knowledge, findings } = inspectKnowledge(dir);
const errors = findings.filter(({ level }) => level === 'error');
for (const finding of findings) console.log(`${finding.level === 'error' ? '✖' : '⚠'} ${formatFinding(finding)}`);
if (knowledge) console.log(counts(knowledge, findings.filter(({ rule }) => rule === 'stale-dates').length));
process.exitCode = errors.length > 0 ? 1 : 0;

function counts({ services, controls, concepts }: Knowledge, stale: number): string {
  const rows = [...services.values()].flatMap(({ controls = {}, variants = {} }) =>
    [controls, ...Object.values(variants).map((variant) => variant.controls ?? {})].flatMap((given) => Object.values(given).filter((row) => row !== 'none')),
  );
  const parts = rows.flatMap((row) => row.parts ?? []);
  const numbers = {
    services: services.size,
    'with rows of their own': [...services.values()].filter(({ controls = {} }) => Object.values(controls).some((row) => row !== 'none')).length,
    rows: rows.length,
    'with a source': rows.filter(({ sources }) => sources.length > 0).length,
    parts: parts.length,
    unverified: [...rows, ...parts].filter(({ unverified }) => unverified).length,
    variants: [...services.values()].reduce((sum, { variants = {} }) => sum + Object.keys(variants).length, 0),
    stale,
    controls: controls.size,
    concepts: concepts.size,
  };
  return Object.entries(numbers)
    .map(([name, number]) => `${number} ${name}`)
    .join(', ');
}
