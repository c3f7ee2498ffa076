import { z } from 'zod';
import type { Json } from './route.js';

const Element = z.looseObject({ type: z.string(), action_id: z.string(), value: z.unknown().optional() });
type Element = z.infer<typeof Element>;
const Block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(z.unknown()).optional(),
  accessory: z.unknown().optional(),
  element: z.unknown().optional(),
});

/** What a person can click, choose from or type into: with the id of its block, as Slack sends it. */
export interface Found {
  blockId: string;
  element: Element;
}

/** Every interactive element of a message or view, in order. */
export function elementsOf(blocks: readonly unknown[]): Found[] {
  return blocks.flatMap((raw, index) => {
    const { data: block } = Block.safeParse(raw);
    if (!block) return [];
    // Slack names the blocks that the app did not.
    const blockId = block.block_id ?? `b${index}`;
    return [...(block.elements ?? []), block.accessory, block.element].flatMap((element) => {
      const { data } = Element.safeParse(element);
      return data ? [{ blockId, element: data }] : [];
    });
  });
}

/** What a person does with an element. Buttons need nothing more. */
export interface Act {
  /** A value other than that of the button, such as one from an old message. */
  value?: string;
  /** The value of the chosen option. */
  option?: string;
  /** Which of two thumbs. */
  thumb?: 'positive_button' | 'negative_button';
  typed?: string;
}

/** The action of a `block_actions` payload. */
export function actionOf({ blockId, element }: Found, { value, option, thumb, typed }: Act): Json {
  const { type, action_id } = element;
  const base = { type, action_id, block_id: blockId, action_ts: '1.000001' };
  switch (type) {
    case 'feedback_buttons': {
      const chosen = z.looseObject({ text: z.unknown(), value: z.string() }).parse(element[thumb ?? 'positive_button']);
      return { ...base, text: chosen.text, value: chosen.value };
    }
    case 'static_select':
    case 'external_select':
      return { ...base, selected_option: { text: { type: 'plain_text', text: 'chosen', emoji: true }, value: option } };
    case 'plain_text_input':
      return { ...base, value: typed };
    default:
      return { ...base, text: element.text, value: value ?? element.value };
  }
}
