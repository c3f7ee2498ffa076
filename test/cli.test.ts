import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const srm = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync('node', ['dist/cli.js', ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('a service', () => {
  const { status, stdout } = srm(['s3']);
  expect(status).toBe(0);
  expect(stdout).toContain('Amazon S3');
  expect(stdout).toContain('👤 Yours');
});

test('a question in words', () => {
  expect(srm(['who', 'patches', 'the', 'OS', 'on', 'RDS']).stdout).toMatch(/^☁️ AWS is responsible: Guest OS patching on Amazon RDS\./);
});

test('the line protocol: a line in, a line out, blank lines too', () => {
  const { stdout } = srm(['ask', '--json'], 's3\n\nwho patches lambda\n');
  const records = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(records.map(({ question, kind }) => `${question}|${kind}`)).toEqual(['s3|service', '|help', 'who patches lambda|verdict']);
  expect(Object.keys(records[2])).toEqual(expect.arrayContaining(['question', 'kind', 'owner', 'services', 'controls', 'text', 'sources']));
});

test('Slack messages, a line each', () => {
  const [line = ''] = srm(['ask', '--blocks'], 's3\n').stdout.split('\n');
  expect(JSON.parse(line)).toMatchObject({ text: expect.stringContaining('Amazon S3'), blocks: expect.any(Array) });
});

test('show and explain', () => {
  expect(srm(['show', 'rds']).stdout).toMatch(/guest-os-patching +☁️ aws +stated for rds/);
  expect(srm(['show', 'nothing']).stdout).toContain('There is no service, control or concept "nothing"');
  expect(srm(['explain', 'who', 'patches', 'rds']).stdout).toContain('services   rds');
});

test('a flag that does not exist is told in a sentence, with exit code 2', () => {
  const { status, stderr } = srm(['--nonsense']);
  expect(status).toBe(2);
  expect(stderr).toContain('--nonsense');
  expect(stderr).not.toContain('    at ');
});

test('knowledge that cannot be read is told, with exit code 2', () => {
  const { status, stderr } = spawnSync('node', ['dist/cli.js', 's3'], { encoding: 'utf8', env: { ...process.env, SRM_KNOWLEDGE_DIR: '/nowhere' } });
  expect(status).toBe(2);
  expect(stderr).toContain('cannot read');
});

test('as npx runs it', { timeout: 60_000 }, () => {
  // npm takes seconds to start on a busy machine, and longer where it looks for a newer npm first.
  const env = { ...process.env, npm_config_update_notifier: 'false' };
  expect(execFileSync('npx', ['--no-install', 'srm', 'sqs'], { encoding: 'utf8', env })).toContain('Amazon SQS');
});
