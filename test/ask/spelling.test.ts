import { expect, test } from 'vitest';
import { Spelling } from '../../src/ask/spelling.js';

const spelling = new Spelling([
  'dynamodb',
  'hypervisor',
  'cloudformation',
  'gateway',
  'elasticache',
  'inspector',
  'ec2',
  'ecs',
  'checksum',
  'encryption',
  'kinesis',
]);

test.each([
  ['dyanmodb', 'dynamodb', 'two letters swapped'],
  ['dynmodb', 'dynamodb', 'one left out'],
  ['hypervisorr', 'hypervisor', 'one too many'],
  ['cloudfromation', 'cloudformation', 'swapped in a long word'],
  ['elasticash', 'elasticache', 'two slips in a long word'],
  ['gatway', 'gateway', 'one left out'],
  ['kinisis', 'kinesis', 'one mistaken'],
])('%s is %s (%s)', (word, known) => {
  expect(spelling.correct(word)).toBe(known);
});

test.each([
  ['gateway', 'is known'],
  ['eck', 'is too short: it may be EC2, ECS or EKS'],
  ['checkout', 'is two letters from "checksum", and short'],
  ['banana', 'is like nothing'],
  ['ypervisor', 'does not begin as the word does'],
  ['12345', 'is a number'],
])('%s is left alone: it %s', (word) => {
  expect(spelling.correct(word)).toBeUndefined();
});
