import { fileURLToPath } from 'node:url';

/** Knowledge as small as it can be: these tests are about Slack, and stay when entries change. */
export const KNOWLEDGE_DIR = fileURLToPath(new URL('knowledge', import.meta.url));
