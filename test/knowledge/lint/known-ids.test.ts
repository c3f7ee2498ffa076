import { expect, test } from 'vitest';
import { knownIds } from '../../../src/knowledge/lint/known-ids.js';
import { knowledgeWith, TODAY } from '../../support/small-knowledge.js';

const problems = (knowledge: ReturnType<typeof knowledgeWith>) =>
  [...knownIds.check(knowledge, TODAY)].map(({ file, path, problem }) => `${file} ${path.join('.')}: ${problem}`);

test('ids that lead nowhere', () => {
  expect(
    problems(
      knowledgeWith({
        foo: {
          lifecycle: { state: 'retired', successor: 'nowhere' },
          controls: { nothing: 'none' },
          variants: { one: { name: 'one', asks: ['one'], summary: 'One way', service: 'nowhere' } },
        },
      }),
    ),
  ).toEqual([
    'services/foo.yml controls.nothing: there is no control "nothing"',
    'services/foo.yml lifecycle.successor: there is no service "nowhere"',
    'services/foo.yml variants.one.service: there is no service "nowhere"',
  ]);
});

test('every control is answered for every model', () => {
  const knowledge = knowledgeWith({});
  delete knowledge.models.abstract.controls['physical-security'];
  expect(problems(knowledge)).toEqual(['models/abstract.yml controls: the control "physical-security" is not answered for this model']);
});
