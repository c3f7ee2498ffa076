/** `npm run playground [port]`: the bot without Slack, in a browser, on this machine only. */
import { KnowledgeError } from '../knowledge/finding.js';
import { KNOWLEDGE } from '../shipped-files.js';
import { startPlayground } from './playground.js';

const knowledgeDir = process.env.SRM_KNOWLEDGE_DIR ?? KNOWLEDGE;
const port = Number(process.argv[2] ?? 4000);

try {
  const { url } = await startPlayground({ knowledgeDir, port });
  console.log(`\n  The playground is at ${url}\n  Knowledge is read from ${knowledgeDir}; save a file there and ask again. Ctrl+C ends it.\n`);
} catch (error) {
  console.error(error instanceof KnowledgeError ? error.message : error);
  process.exit(1);
}
