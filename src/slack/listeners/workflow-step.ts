import type { App } from '@slack/bolt';
import { z } from 'zod';
import { toRecord } from '../../render/record.js';
import { answerOn } from '../answering.js';
import type { Desk } from '../desk.js';
import { isSubstantial } from '../present.js';

/** As manifest.yml declares it. */
const STEP = 'lookup_responsibility';

const Inputs = z.object({ question: z.string().min(1).max(4000) });
const OWNERS = { aws: 'AWS', customer: 'You', shared: 'Shared' } as const;

/** A step for Workflow Builder: takes a question, gives the owner, a summary and a link. */
export function answerWorkflowSteps(app: App, desk: Desk): void {
  app.function(STEP, async ({ inputs, complete, fail }) => {
    const { data } = Inputs.safeParse(inputs);
    if (!data) {
      await fail({ error: 'Give the step a question, such as "who patches the OS on RDS?"' });
      return;
    }
    await answerOn(desk, { surface: 'workflow-step', ask: () => desk.library.bot.ask(data.question), frame: { audience: 'public' } }, (_message, answer) => {
      if (!answer || !isSubstantial(answer)) return fail({ error: 'The question was not understood. Name an AWS service, a control, or both.' });
      const { owner, text, sources } = toRecord(answer);
      // The answer names several owners: it depends on the control or on the service.
      return complete({ outputs: { owner: owner ? OWNERS[owner] : 'It depends', summary: text, link: sources[0] ?? '' } });
    });
  });
}
