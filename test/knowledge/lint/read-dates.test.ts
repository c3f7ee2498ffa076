import { expect, test } from 'vitest';
import { futureDates, staleDates } from '../../../src/knowledge/lint/read-dates.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

const files = (rule: typeof staleDates, read: string) =>
  [...rule.check(knowledgeWith({ foo: { read } }), TODAY)].map(({ file }) => file).filter((file) => file.includes('foo'));

test('tomorrow is a mistake, today is not', () => {
  expect(files(futureDates, '2026-11-24')).toEqual(['services/foo.yml']);
  expect(files(futureDates, '2026-11-23')).toEqual([]);
});

test('more than a year ago is stale, but no mistake', () => {
  expect(files(staleDates, '2025-11-22')).toEqual(['services/foo.yml']);
  expect(files(staleDates, '2025-11-23')).toEqual([]);
  expect(staleDates.level).toBe('warning');
});
