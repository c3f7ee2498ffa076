import { expect, test } from 'vitest';
import { uniqueNames } from '../../../src/knowledge/lint/unique-names.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

const problems = (knowledge: ReturnType<typeof knowledgeWith>) =>
  [...uniqueNames.check(knowledge, TODAY)].map(({ file, path, problem }) => `${file} ${path.join('.')}: ${problem}`);

test('a name of two services is found, whatever its spelling', () => {
  expect(problems(knowledgeWith({ foo: { name: 'Amazon Foo', aliases: ['Bar Baz'] }, qux: { name: 'Amazon Qux', aliases: ['bar-baz'] } }))).toEqual([
    'services/qux.yml aliases.0: "bar-baz" is a name of foo as well',
  ]);
});

test('a name that stands twice in one file is found', () => {
  expect(problems(knowledgeWith({ foo: { name: 'Amazon Foo', former: ['Foo One'], aliases: ['FooOne'] } }))).toEqual([
    'services/foo.yml aliases.0: "FooOne" stands twice in this file',
  ]);
});

test('shared names are fine', () => {
  expect(problems(knowledgeWith({ foo: { name: 'Amazon Foo', shared: ['FX'] }, qux: { name: 'Amazon Qux', shared: ['FX'] } }))).toEqual([]);
});
