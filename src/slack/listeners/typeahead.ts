import type { App } from '@slack/bolt';
import type { Option, PlainTextElement } from '@slack/types';
import { packPick } from '../../ask/pick.js';
import { LOOKUP } from '../../render/lookup-modal.js';
import { clip } from '../../render/mrkdwn.js';
import type { Desk } from '../desk.js';

/** Slack's limit for each part of an option. */
const MOST = 75;

interface Group {
  label: PlainTextElement;
  options: Option[];
}

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text: clip(text, MOST) });

/** Completes what is typed into the search field, and into "Compare with ..." and "On which service?", from memory. */
export function answerTypeahead(app: App, { library }: Desk): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: LOOKUP.search }, async ({ ack, options }) => {
    const typed = options.value.trim();
    await ack(offer([...completions(library, typed), ...asQuestion(typed)]));
  });

  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: /^(?:compare|on_service)$/ }, async ({ ack, options }) => {
    await ack(offer(completions(library, options.value).filter(({ label }) => label.text === 'Services')));
  });
}

/** Slack takes no empty list of groups. */
const offer = (groups: Group[]) => (groups.length > 0 ? { option_groups: groups } : { options: [] });

function completions({ catalog }: Desk['library'], typed: string): Group[] {
  return catalog.complete(typed).map(({ title, options }) => ({
    label: plain(title),
    options: options.map(({ label, detail, pick }) => ({ text: plain(label), description: plain(detail), value: packPick(pick) })),
  }));
}

/** Several words may be a question: it can be asked as it stands, if it fits into an option. */
function asQuestion(typed: string): Group[] {
  const value = `ask:${typed}`;
  if (!/\s/.test(typed) || value.length > MOST) return [];
  return [{ label: plain('Ask it like this'), options: [{ text: plain(typed), value }] }];
}
