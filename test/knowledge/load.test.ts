import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCompiled, writeCompiled } from '../../src/knowledge/compiled.js';
import { KnowledgeError } from '../../src/knowledge/finding.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { inspectKnowledge, parseKnowledge } from '../../src/knowledge/parse.js';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'srm-knowledge-'));
  cpSync('test/support/knowledge', dir, { recursive: true });
  writeFileSync(join(dir, S3), ENTRY);
});
afterEach(() => rmSync(dir, { recursive: true }));

const S3 = 'services/s3.yml';
const ENTRY = `name: Amazon S3
category: Storage
model: abstract
model_basis: stated
summary: Object storage behind an endpoint
traits: [data]
read: 2026-11-23
sources: [https://docs.aws.amazon.com/x.html]
controls:
  physical-security:
    owner: shared
    aws: guards the data centers
    customer: guard your own office
    sources: [https://docs.aws.amazon.com/x.html]
`;
const edit = (file: string, change: (text: string) => string) => writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
const mistakes = () => {
  try {
    parseKnowledge(dir);
    return '';
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    return error.message;
  }
};

describe('a mistake in a file', () => {
  test('says file, line, column, path and what to do', () => {
    edit(S3, (text) => text.replace('owner: shared', 'owner: you'));
    expect(mistakes()).toContain('knowledge/services/s3.yml:11:12 controls.physical-security.owner: ');
    expect(mistakes()).toContain('write one of aws, customer, shared');
  });

  test.each([
    ['an unknown field', (text: string) => text.replace('category:', 'catgory:'), 'unknown field "catgory"'],
    [
      'a shared row without a half',
      (text: string) => text.replace(/owner: shared\n {4}aws: .*\n/, 'owner: shared\n'),
      'owner is "shared": say what AWS does in "aws"',
    ],
    ['a date that is none', (text: string) => text.replace(/^read: .*$/m, 'read: last week'), 'write a date as YYYY-MM-DD'],
    ['a source without https', (text: string) => text.replace('https://docs', 'http://docs'), 'write a full https:// address'],
    ['a half that is too long', (text: string) => text.replace(/customer: .*/, `customer: ${'x'.repeat(200)}`), 'under 180 characters'],
    [
      'a control that does not exist',
      (text: string) => text.replace('  physical-security:', '  physical-securities:'),
      'there is no control "physical-securities"',
    ],
    ['broken YAML', (text: string) => `${text}\n  - : [`, 's3.yml'],
  ])('%s is explained', (_what, change, problem) => {
    edit(S3, change);
    expect(mistakes()).toContain(problem);
    expect(mistakes()).toMatch(/knowledge\/services\/s3\.yml:\d+:\d+/);
  });

  test('all mistakes are told at once', () => {
    edit(S3, (text) => text.replace('category:', 'catgory:'));
    edit('controls/physical-security.yml', (text) => text.replace('owner: aws', 'owner: nobody'));
    expect(mistakes()).toContain('services/s3.yml');
    expect(mistakes()).toContain('controls/physical-security.yml');
  });

  test('a folder that is not there is told, not thrown', () => {
    const { knowledge, findings } = inspectKnowledge(join(dir, 'nowhere'));
    expect(knowledge).toBeUndefined();
    expect(findings.map(({ problem }) => problem).join()).toContain('cannot read');
  });
});

describe('the compiled form', () => {
  test('says the same as the YAML', () => {
    const file = join(dir, 'knowledge.json');
    const parsed = parseKnowledge(dir);
    writeCompiled(dir, parsed, file);
    expect(readCompiled(dir, file)).toEqual(parsed);
  });

  test('is left aside once a file changed', () => {
    const file = join(dir, 'knowledge.json');
    writeCompiled(dir, parseKnowledge(dir), file);
    utimesSync(join(dir, S3), new Date(), new Date(Date.now() + 5000));
    expect(readCompiled(dir, file)).toBeUndefined();
  });

  test('is not needed', async () => {
    expect(readCompiled(dir, join(dir, 'none.json'))).toBeUndefined();
    expect((await loadKnowledge(dir)).services.size).toBe(3);
  });
});
