import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadKnowledge } from '../src/knowledge/load.js';

const readme = readFileSync('README.md', 'utf8');
const operations = readFileSync('docs/operations.md', 'utf8');
const pack = JSON.parse(readFileSync('package.json', 'utf8'));

test('the counts are those of the knowledge', async () => {
  const { services, controls } = await loadKnowledge('knowledge');
  expect(readme).toContain(`${services.size} services, ${controls.size} controls`);
});

test('the examples are as many as it says', () => {
  const files = readdirSync('knowledge/examples', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.txt'));
  const lines = files.flatMap((name) => readFileSync(`knowledge/examples/${name}`, 'utf8').split('\n').filter(Boolean));
  const [, thousands] = /some (\d+),000 example questions/.exec(readme) ?? [];
  expect(Math.round(lines.length / 1000)).toBe(Number(thousands));
});

test('every runtime dependency is named with a reason, and no other', () => {
  const [, list = ''] = /Runtime dependencies, and why: (.*)/.exec(readme) ?? [];
  expect([...list.matchAll(/`([^`]+)` \([^)]+\)/g)].map(([, name]) => name).sort()).toEqual(Object.keys(pack.dependencies).sort());
});

test('the scopes are those of the manifest', () => {
  const scopes = [...readme.matchAll(/^\| `([a-z_]+(?::[a-z]+)?)` \|/gm)].map(([, scope]) => scope).sort();
  expect(scopes).toEqual([...parse(readFileSync('manifest.yml', 'utf8')).oauth_config.scopes.bot].sort());
});

test('every variable that the configuration reads is explained', () => {
  const read = new Set([...readFileSync('src/config.ts', 'utf8').matchAll(/\b((?:SRM|SLACK)_[A-Z_]+|LOG_LEVEL|PORT)\b/g)].map(([, name = '']) => name));
  const missing = [...read].filter((name) => !readme.includes(`\`${name}\``) && !operations.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});

test('every picture, file and command is there', () => {
  for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(path), path).toBe(true);
  for (const [, script = ''] of readme.matchAll(/npm run ([a-z:]+)/g)) expect(pack.scripts[script], script).toBeDefined();
});
