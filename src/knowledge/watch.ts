import { type FSWatcher, readdirSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write a file in several steps, and `git pull` writes many files. */
const PAUSE = 150;

/**
 * Calls `onChange` after files of a knowledge folder changed, once for changes that come together.
 * The folder and those in it are watched one by one: recursive watching is not reliable on every system.
 * @returns a function that ends it
 */
export function watchKnowledge(dir: string, onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, PAUSE);
  };
  const folders = [
    dir,
    ...readdirSync(dir, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(dir, name)),
  ];
  const watchers = folders.map((folder): FSWatcher => watch(folder, changed).on('error', changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
