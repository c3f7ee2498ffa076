import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KNOWLEDGE_DIR } from '../support/knowledge-dir.js';

/** The playground as people start it, on knowledge that the test may change. */
export class PlaygroundProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #dir: string;

  static async start(): Promise<PlaygroundProcess> {
    const dir = await mkdtemp(join(tmpdir(), 'srm-playground-'));
    await cp(KNOWLEDGE_DIR, dir, { recursive: true });
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/playground/main.ts', '0'], { env: { PATH: process.env.PATH, SRM_KNOWLEDGE_DIR: dir } });
    const url = await new Promise<string>((resolve, reject) => {
      let output = '';
      const read = (data: unknown) => {
        output += data;
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
        if (found) resolve(found);
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', () => reject(new Error(`the playground ended:\n${output}`)));
    });
    return new PlaygroundProcess(child, dir, url);
  }

  private constructor(child: ChildProcess, dir: string, url: string) {
    this.#child = child;
    this.#dir = dir;
    this.url = url;
  }

  /** Saves a changed file, as an editor does. */
  async edit(file: string, change: (text: string) => string): Promise<void> {
    const path = join(this.#dir, file);
    await writeFile(path, change(await readFile(path, 'utf8')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('close', resolve));
    this.#child.kill('SIGKILL');
    await ended;
    await rm(this.#dir, { recursive: true });
  }
}
