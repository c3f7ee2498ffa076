import { expect, test } from 'vitest';
import { needlessExceptions } from '../../../src/knowledge/lint/needless-exceptions.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

const problems = (given: Parameters<typeof knowledgeWith>[0]) =>
  [...needlessExceptions.check(knowledgeWith(given), TODAY)].map(({ path, problem }) => `${path.join('.')}: ${problem}`);

test('a shared name that nobody shares', () => {
  expect(problems({ foo: { shared: ['FX'] } })).toEqual(['shared.0: no other service shares "FX"']);
  expect(problems({ foo: { shared: ['FX'] }, bar: { name: 'Amazon Bar', shared: ['fx'] } })).toEqual([]);
});

test('an ordinary word that is no name', () => {
  expect(problems({ foo: { common: ['foo', 'bar'] } })).toEqual(['common.1: "bar" is not a name of this service']);
});

test('"none" for a control that has no meaning anyway', () => {
  const knowledge = knowledgeWith({ foo: { controls: { 'guest-os-patching': 'none' } } });
  const control = knowledge.controls.get('guest-os-patching');
  if (!control) throw new Error('the small knowledge has this control');
  expect([...needlessExceptions.check(knowledge, TODAY)]).toEqual([]);
  knowledge.controls.set('guest-os-patching', { ...control, needs: ['engine'] });
  expect([...needlessExceptions.check(knowledge, TODAY)]).toHaveLength(1);
});
