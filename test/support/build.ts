import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const newest = (folder: string): number =>
  existsSync(folder) ? Math.max(...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(folder, name)).mtimeMs)) : 0;

/** Builds dist/ once, for the tests that start the bot as a process, unless it is newer than the sources and the knowledge. */
export default function build(): void {
  if (newest('dist') < Math.max(newest('src'), newest('knowledge'))) execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
}
