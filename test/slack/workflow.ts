import { describe, expect, test } from 'vitest';
import type { FakeSlack } from '../support/fake-slack/index.js';
import { eventually, given } from './eventually.js';

/** The step for Workflow Builder. */
export function testWorkflowStep(slack: () => FakeSlack): void {
  const run = async (inputs: Record<string, unknown>) => {
    const execution = await slack().runStep('lookup_responsibility', inputs);
    return eventually(() => given(slack().finished.get(execution), 'the end of the step'));
  };

  describe('the workflow step', () => {
    test.each([
      ['who patches the os on rds?', 'AWS'],
      ['who patches the os on ec2?', 'You'],
      ['s3', 'It depends'],
    ])('%s: %s', async (question, owner) => {
      const outputs = { owner, summary: expect.stringContaining('Amazon'), link: expect.stringMatching(/^https:/) };
      expect(await run({ question })).toMatchObject({ outputs });
    });

    test.each([{}, { question: '' }, { question: 7 }, { question: 'zzzz qqqq' }])('fails with a word about it: %o', async (inputs) => {
      expect(await run(inputs)).toMatchObject({ error: expect.stringMatching(/question/) });
    });
  });
}
