import { expect, test } from 'vitest';
import { readClaim, replyTo } from '../../src/ask/claim.js';
import { readCues } from '../../src/ask/cues.js';
import { tokenize } from '../../src/ask/text.js';

const claim = (text: string) => {
  const tokens = tokenize(text);
  const found = readClaim(tokens, readCues(tokens).choice);
  return found && `${found.denied ? 'not ' : ''}${found.owner}`;
};

test.each([
  ['is it true that AWS patches my EC2 OS?', 'aws'],
  ['AWS patches the hypervisor, right?', 'aws'],
  ["isn't encryption AWS's job?", 'aws'],
  ["we don't have to back up RDS, right?", 'not customer'],
  ['do we have to patch lambda?', 'customer'],
  ['so security groups are on us?', undefined],
  ['are security groups our job?', 'customer'],
  ['does amazon replace broken disks?', 'aws'],
  ['is hipaa on aws or on us?', undefined],
  ['who patches rds?', undefined],
  ['bucket policies', undefined],
  ['is it possible for AWS to read my data?', undefined],
])('%s claims %s', (text, expected) => {
  expect(claim(text)).toBe(expected);
});

test.each([
  ['aws', false, 'aws', 'yes'],
  ['aws', false, 'customer', 'no'],
  ['aws', false, 'shared', 'no-not-alone'],
  ['customer', false, 'shared', 'yes-in-part'],
  ['customer', true, 'aws', 'yes'],
  ['customer', true, 'customer', 'no'],
  ['customer', true, 'shared', 'no-part-is-yours'],
] as const)('claimed %s (denied: %s), owned by %s: %s', (owner, denied, actual, expected) => {
  expect(replyTo({ owner, denied }, actual)).toBe(expected);
});
