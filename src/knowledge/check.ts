/** `npm run knowledge:check [folder]`: prints every mistake and warning, and the counts. Exits 1 if there is a mistake. */
import { fileURLToPath } from 'node:url';
import { formatFinding } from './finding.js';
import { inspectKnowledge } from './load.js';

const dir = process.argv[2] ?? fileURLToPath(new URL('../../knowledge', import.meta.url));
const { knowledge, findings } = inspectKnowledge(dir);
for (const finding of findings) console.log(`${finding.level === 'error' ? '✖' : '⚠'} ${formatFinding(finding)}`);
if (knowledge) console.log(`${knowledge.services.size} services, ${knowledge.controls.size} controls, ${knowledge.concepts.size} concepts`);
process.exitCode = findings.some((finding) => finding.level === 'error') ? 1 : 0;
