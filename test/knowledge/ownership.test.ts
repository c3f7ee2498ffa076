import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.js';
import { rowOf } from '../../src/knowledge/ownership.js';

const knowledge = await loadKnowledge('knowledge');
const owner = (service: string, control: string, variant?: string) => {
  const row = rowOf(knowledge, service, control, variant);
  return row && `${row.owner}, by ${row.because.by}`;
};

// The verdicts of the project's subject, with the reason beside each.
test.each([
  ['ec2', 'guest-os-patching', undefined, 'customer', 'the guest is the customer’s on instances'],
  ['rds', 'guest-os-patching', undefined, 'aws', 'the RDS guide gives OS patching to AWS'],
  ['dynamodb', 'guest-os-patching', undefined, 'aws', 'abstract: AWS runs everything below the data'],
  ['s3', 'encryption-at-rest', undefined, 'shared', 'AWS encrypts by default, the customer chooses the key'],
  ['s3', 'storage-durability', undefined, 'aws', 'eleven nines are AWS’s promise'],
  ['s3', 'access-permissions', undefined, 'customer', 'who may read a bucket'],
  ['outposts', 'physical-security', undefined, 'customer', 'the rack stands in the customer’s building'],
  ['snowball-edge', 'physical-security', undefined, 'shared', 'custody changes while the device travels'],
  ['evs', 'host-virtualization', undefined, 'customer', 'ESX is the customer’s to patch'],
  ['eks-auto-mode', 'guest-os-patching', undefined, 'aws', 'managed instances'],
  ['fargate', 'guest-os-patching', undefined, 'aws', 'the host under a task is AWS’s'],
])('%s, %s%s: %s (%s)', (service, control, variant, expected) => {
  expect(rowOf(knowledge, service, control, variant)?.owner).toBe(expected);
});

test('the most particular statement decides', () => {
  expect(owner('ecs', 'physical-security')).toBe('aws, by model');
  expect(owner('rds', 'guest-os-patching')).toBe('aws, by service');
  const variants = Object.entries(knowledge.services.get('ecs')?.variants ?? {});
  const [stated] = variants.find(([, { controls }]) => controls?.['guest-os-patching']) ?? [];
  expect(stated).toBeDefined();
  expect(owner('ecs', 'guest-os-patching', stated)).toMatch(/by variant$/);
});

test('every row of every service says what it must', () => {
  const wrong: string[] = [];
  for (const [service, { variants = {} }] of knowledge.services) {
    for (const control of knowledge.controls.keys()) {
      for (const variant of [undefined, ...Object.keys(variants)]) {
        const row = rowOf(knowledge, service, control, variant);
        if (!row) continue;
        const halves = (row.owner === 'customer' || row.aws) && (row.owner === 'aws' || row.customer);
        if (!halves || row.sources.length === 0 || !/^\d{4}-\d{2}-\d{2}$/.test(row.read)) wrong.push(`${service} ${variant ?? ''} ${control}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('ids that do not exist are a mistake of the caller', () => {
  expect(() => rowOf(knowledge, 'nothing', 'backup')).toThrow(RangeError);
  expect(() => rowOf(knowledge, 's3', 'nothing')).toThrow(RangeError);
  expect(() => rowOf(knowledge, 's3', 'backup', 'nothing')).toThrow(RangeError);
});
