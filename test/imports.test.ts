import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const SRC = resolve('src');
/** Each layer may import from those before it, and from itself. */
const LAYERS = ['shipped-files', 'knowledge', 'ask', 'render', 'edges'] as const;

const layerOf = (file: string): number => {
  const [folder = ''] = relative(SRC, file).split(/[/.]/);
  const index = LAYERS.indexOf(LAYERS.find((layer) => layer === folder) ?? 'edges');
  return index;
};

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(SRC, name));

test('imports point one way: edges -> render -> ask -> knowledge -> shipped files', () => {
  const wrong = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)]
      .map(([, path = '']) => resolve(dirname(file), path))
      .filter((target) => layerOf(target) > layerOf(file))
      .map((target) => `${relative(SRC, file)} imports ${relative(SRC, target)}`),
  );
  expect(wrong).toEqual([]);
});

test('only the programs read the environment', () => {
  const readers = files.filter((file) => readFileSync(file, 'utf8').includes('process.env')).map((file) => relative(SRC, file));
  expect(readers.sort()).toEqual(expect.arrayContaining(['cli.ts', 'main.ts']));
  expect(readers.filter((file) => !['cli.ts', 'main.ts'].includes(file) && !file.startsWith('playground/'))).toEqual([]);
});
