import { expect, test } from 'vitest';
import { fileNames } from '../../../src/knowledge/lint/file-names.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

test('a file name that is no id', () => {
  expect([...fileNames.check(knowledgeWith({ Foo_Bar: {} }), TODAY)].map(({ file, fix }) => `${file}: ${fix}`)).toEqual([
    'services/Foo_Bar.yml: name the file in lower case with hyphens, such as "elastic-beanstalk.yml"',
  ]);
  expect([...fileNames.check(knowledgeWith({ 'foo-2-bar': {} }), TODAY)]).toEqual([]);
});
