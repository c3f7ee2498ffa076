/** Loads knowledge in a thread of its own: reading hundreds of files takes a second or more, in which the bot goes on answering. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Finding, KnowledgeError } from './finding.js';
import { type Knowledge, loadKnowledge } from './load.js';

/** What the thread sends back. Errors would lose their class on the way. */
type Loaded = { knowledge: Knowledge } | { findings: readonly Finding[] };

const THREAD = 'load-aside';

/** Like `loadKnowledge`, beside everything else. */
export function loadKnowledgeAside(dir: string): Promise<Knowledge> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { name: THREAD, workerData: { [THREAD]: dir } });
    worker.once('message', (loaded: Loaded) => ('knowledge' in loaded ? resolve(loaded.knowledge) : reject(new KnowledgeError(loaded.findings))));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the knowledge was not read (exit ${code})`)));
  });
}

async function answer(dir: string): Promise<Loaded> {
  try {
    return { knowledge: await loadKnowledge(dir) };
  } catch (error) {
    if (error instanceof KnowledgeError) return { findings: error.findings };
    throw error;
  }
}

if (!isMainThread && workerData?.[THREAD]) parentPort?.postMessage(await answer(workerData[THREAD]));
