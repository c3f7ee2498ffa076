import { z } from 'zod';

const Clicked = z.object({
  block_id: z.string().optional(),
  action_id: z.string(),
  type: z.string(),
  value: z.string(),
  label: z.string().optional(),
  /** Which of two thumbs. */
  thumb: z.enum(['positive_button', 'negative_button']).optional(),
});
const Owner = z.union([z.object({ view: z.string() }), z.object({ channel: z.string(), ts: z.string() })]);

/** What the person at the page can do. */
export const Action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), text: z.string().max(4000), channel: z.string(), thread: z.string().optional() }),
  z.object({ do: z.literal('click'), on: Owner, clicked: Clicked }),
  z.object({ do: z.literal('suggest'), on: Owner, clicked: Clicked, query: z.string() }),
  z.object({ do: z.literal('submit'), view: z.string(), values: z.record(z.string(), z.record(z.string(), z.unknown())) }),
  z.object({ do: z.literal('close'), view: z.string() }),
  z.object({ do: z.literal('open'), tab: z.enum(['home', 'messages']) }),
  z.object({ do: z.literal('shortcut'), id: z.string() }),
  z.object({ do: z.literal('message-shortcut'), id: z.string(), channel: z.string(), ts: z.string() }),
]);
export type Action = z.infer<typeof Action>;

/** What an app may answer to the submission of a modal. */
export const Submitted = z.looseObject({
  response_action: z.enum(['errors', 'update', 'push', 'clear']).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  view: z.record(z.string(), z.unknown()).optional(),
});
