import { expect, test } from 'vitest';
import { formerIds } from '../../../src/knowledge/lint/former-ids.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

const problems = (given: Parameters<typeof knowledgeWith>[0]) => [...formerIds.check(knowledgeWith(given), TODAY)].map(({ problem }) => problem);

test('an id of today is not a former one', () => {
  expect(problems({ foo: { was: ['s3'] } })).toEqual(['"s3" is the id of a service of today']);
});

test('one entry only takes a former id over', () => {
  expect(problems({ foo: { was: ['old'] }, bar: { name: 'Amazon Bar', was: ['old'] } })).toEqual(['"old" is claimed by foo as well']);
  expect(problems({ foo: { was: ['old'] } })).toEqual([]);
});
