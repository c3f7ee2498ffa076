import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createMetrics } from '../../src/metrics.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const guide = read('docs/operations.md');

describe('docs/operations.md', () => {
  const rows = [...guide.matchAll(/\| `(test\/[\w/.-]+)`: ([^|]+?) \|$/gm)].map(([, file = '', title = '']): [string, string] => [title, file]);

  test('has a row for each fault', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  test.each(rows)('names a test that exists: %s', (title, file) => {
    expect(read(file)).toContain(title);
  });

  test('describes every setting, and none that is not there', () => {
    const names = (text: string) => [...new Set(text.match(/\b(?:SLACK|SRM)_[A-Z_]+\b|\bLOG_LEVEL\b|\bPORT\b/g))].sort();
    const described = [...guide.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name).sort();
    expect(described).toEqual(names(read('src/config.ts')));
  });

  test('describes every metric of the bot', async () => {
    const counted = [...(await createMetrics().page.text()).matchAll(/^# TYPE (srm_\w+)/gm)].map(([, name]) => name).sort();
    const described = [...guide.matchAll(/^\| `(srm_\w+)` \|/gm)].map(([, name]) => name).sort();
    expect(described).toEqual(counted);
  });

  test('links to files that exist', () => {
    const links = [...guide.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map(([, link = '']) => join(ROOT, 'docs', link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });
});

test('the container copies what the production start needs, and not the playground', () => {
  const [dockerfile, ignored] = [read('Dockerfile'), read('.dockerignore')];
  for (const name of dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)) {
    for (const source of (name[1] ?? '').split(' ')) expect(ignored).toContain(`!${source}`);
  }
  expect(ignored).toMatch(/^src\/playground$/m);
  for (const name of readdirSync(join(ROOT, 'dist')).filter((one) => one.endsWith('.js')))
    expect(read(join('dist', name)), name).not.toContain('src/playground');
});

test('nothing of the production start imports the playground or its libraries', () => {
  const production: { dependencies: Record<string, string> } = JSON.parse(read('package.json'));
  for (const name of ['react', 'react-dom', 'slack-blocks-to-jsx', 'vite', 'tsx', 'playwright-core', 'ws'])
    expect(production.dependencies).not.toHaveProperty(name);
});
