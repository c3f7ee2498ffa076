import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBot } from '../../src/ask/index.js';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { toRecord } from '../../src/render/record.js';

const knowledge = await loadKnowledge('knowledge');
const bot = createBot(knowledge);
const rows = readFileSync('test/data/services.tsv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [id = '', name = '', former = '', aliases = ''] = line.split('\t');
    return { id, names: [name, ...former.split(';'), ...aliases.split(';')].filter(Boolean), former: former.split(';').filter(Boolean) };
  });

/** Names that lead to an entry of their own, which says more of them than the entry that once listed them. */
const MOVED: Record<string, string> = {
  FSx: 'fsx',
  'RDS Custom': 'rds-custom',
  STS: 'sts',
  Snowcone: 'snowcone',
  Snowmobile: 'snowmobile',
  Logs: 'cloudwatch-logs',
  'Patch Manager': 'patch-manager',
  'Session Manager': 'session-manager',
  'Parameter Store': 'parameter-store',
  'Cost Explorer': 'cost-explorer',
  Budgets: 'budgets',
  DataBrew: 'glue-databrew',
  A2I: 'augmented-ai',
  'Augmented AI': 'augmented-ai',
};

/** Words that name a duty rather than a service: their answer is the control. */
const DUTIES: Record<string, string> = { 'security groups': 'firewall-rules', NACL: 'firewall-rules', 'flow logs': 'logging', DDoS: 'ddos-protection' };

/** Words of the list that many services have: alone they name none, and beside AWS they took questions from others. */
const MANY = new Set(['endpoint', 'agent']);

describe('every service of the list answers to its name, former names and aliases', () => {
  test.each(rows)('$id', ({ id, names }) => {
    for (const name of names.filter((one) => !MANY.has(one))) {
      const record = toRecord(bot.ask(name));
      const duty = DUTIES[name];
      if (duty !== undefined) {
        expect(
          record.controls.map((control) => control.id),
          name,
        ).toEqual([duty]);
        continue;
      }
      const understood = record.services.map((service) => service.id);
      const expected = MOVED[name] ?? id;
      const found = understood.some((one) => one === expected || knowledge.services.get(one)?.was?.includes(expected));
      expect(found, `"${name}" was understood as ${understood.join(', ') || 'nothing'}`).toBe(true);
    }
  });
});

test.each([
  ['CloudWatch Events', 'Amazon EventBridge'],
  ['AWS SSO', 'AWS IAM Identity Center'],
  ['Elasticsearch Service', 'Amazon OpenSearch Service'],
  ['Kinesis Data Firehose', 'Amazon Data Firehose'],
  ['QuickSight', 'Amazon Quick'],
])('%s answers with the name of today, %s', (former, today) => {
  expect(toRecord(bot.ask(former)).services[0]?.name).toBe(today);
});

test('a former name is said to be one', () => {
  const answer = bot.ask('AWS Single Sign-On');
  expect(answer.kind === 'service' && answer.service.formerly).toBe('AWS Single Sign-On');
  expect(toRecord(answer).text).toContain('formerly AWS Single Sign-On');
});

test('a retired service says so and names what to use', () => {
  const { text } = toRecord(bot.ask('Server Migration Service'));
  expect(text).toContain('retired');
  expect(text).toContain('AWS Application Migration Service');
});
