/** Slack's limits for messages, modals and Home tabs, as far as this app uses them. What is not listed here is refused, so that nothing unchecked is sent. */
import { z } from 'zod';

const text = (most: number) => z.string().min(1).max(most);
const plain = (most: number) => z.strictObject({ type: z.literal('plain_text'), text: text(most), emoji: z.boolean().optional() });
const mrkdwn = (most: number) => z.strictObject({ type: z.literal('mrkdwn'), text: text(most), verbatim: z.boolean().optional() });
const anyText = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);
const id = text(255);

const Option = z.strictObject({ text: plain(75), value: text(75), description: plain(75).optional() });
/** What may be offered while a person types: groups, or an empty list. */
export const Offer = z.union([
  z.strictObject({ options: z.array(Option).max(100) }),
  z.strictObject({
    option_groups: z
      .array(z.strictObject({ label: plain(75), options: z.array(Option).min(1).max(100) }))
      .min(1)
      .max(100),
  }),
]);

const placeholder = plain(150);
const Button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: text(2000).optional(),
  url: text(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: text(75).optional(),
});
const ExternalSelect = z.strictObject({ type: z.literal('external_select'), action_id: id, placeholder, min_query_length: z.int().min(0).optional() });
const StaticSelect = z.strictObject({ type: z.literal('static_select'), action_id: id, placeholder, options: z.array(Option).min(1).max(100) });
const ConversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  action_id: id,
  default_to_current_conversation: z.boolean().optional(),
  response_url_enabled: z.boolean().optional(),
});
const RadioButtons = z.strictObject({ type: z.literal('radio_buttons'), action_id: id, options: z.array(Option).min(1).max(10) });
const PlainTextInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id,
  placeholder: placeholder.optional(),
  multiline: z.boolean().optional(),
  max_length: z.int().min(1).max(3000).optional(),
  dispatch_action_config: z.strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).min(1) }).optional(),
});
const Thumb = z.strictObject({ text: plain(75), value: text(2000), accessibility_label: text(75).optional() });
const FeedbackButtons = z.strictObject({ type: z.literal('feedback_buttons'), action_id: id, positive_button: Thumb, negative_button: Thumb });

const block = <S extends z.ZodRawShape, T extends string>(type: T, shape: S) => z.strictObject({ type: z.literal(type), block_id: id.optional(), ...shape });

const Section = block('section', {
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: z.discriminatedUnion('type', [Button, ExternalSelect, StaticSelect]).optional(),
  expand: z.boolean().optional(),
});
const Header = block('header', { text: plain(150) });
const Context = block('context', { elements: z.array(anyText(3000)).min(1).max(10) });
const Divider = block('divider', {});
const Actions = block('actions', {
  elements: z
    .array(z.discriminatedUnion('type', [Button, ExternalSelect, StaticSelect]))
    .min(1)
    .max(25),
});
const Input = block('input', {
  label: plain(2000),
  hint: plain(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
  element: z.discriminatedUnion('type', [PlainTextInput, RadioButtons, ConversationsSelect]),
});
const Table = block('table', {
  // Slack takes 20 columns. More than four cannot be read on a phone: that one is ours.
  rows: z
    .array(
      z
        .array(z.strictObject({ type: z.literal('raw_text'), text: text(10_000) }))
        .min(1)
        .max(4),
    )
    .min(1)
    .max(100),
  column_settings: z
    .array(z.strictObject({ align: z.string().optional(), is_wrapped: z.boolean().optional() }).nullable())
    .max(20)
    .optional(),
});
const ContextActions = block('context_actions', { elements: z.array(FeedbackButtons).min(1).max(5) });
const Container = block('container', {
  title: plain(150),
  subtitle: anyText(150).optional(),
  child_blocks: z
    .array(z.discriminatedUnion('type', [Section, Header, Context, Divider, Actions, Table]))
    .min(1)
    .max(10),
  is_collapsible: z.boolean().optional(),
  default_collapsed: z.boolean().optional(),
  width: z.string().optional(),
});
const Alert = block('alert', { text: anyText(200), level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional() });

const Blocks = {
  message: z.array(z.discriminatedUnion('type', [Section, Header, Context, Divider, Actions, Input, Table, Container, ContextActions])).max(50),
  modal: z.array(z.discriminatedUnion('type', [Section, Header, Context, Divider, Actions, Input, Alert])).max(100),
  home: z.array(z.discriminatedUnion('type', [Section, Header, Context, Divider, Actions, Input, Table, Container])).max(100),
} as const;

const Modal = z.strictObject({
  type: z.literal('modal'),
  title: plain(24),
  submit: plain(24).optional(),
  close: plain(24).optional(),
  callback_id: id.optional(),
  private_metadata: z.string().max(3000).optional(),
  blocks: Blocks.modal,
});
const Home = z.strictObject({ type: z.literal('home'), callback_id: id.optional(), private_metadata: z.string().max(3000).optional(), blocks: Blocks.home });

/** What Slack would refuse, in words; empty if nothing. */
export function problemsOfMessage(message: { text?: unknown; blocks?: unknown }): string[] {
  const parsed = Blocks.message.safeParse(message.blocks ?? []);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const chars = parsed.data.flatMap((one) => (one.type === 'table' ? one.rows.flat() : [])).reduce((sum, cell) => sum + cell.text.length, 0);
  return [
    ...(typeof message.text === 'string' && message.text.trim() ? [] : ['no text for notifications and screen readers']),
    ...(String(message.text).length > 4000 ? ['a text above 4000 characters'] : []),
    ...(chars > 10_000 ? ['more than 10000 characters in tables'] : []),
    ...(parsed.data.filter(({ type }) => type === 'table').length > 1 ? ['more than one table'] : []),
    ...repeated(parsed.data),
    ...pings(message),
  ];
}

export function problemsOfView(view: unknown): string[] {
  const parsed = z.discriminatedUnion('type', [Modal, Home]).safeParse(view);
  if (!parsed.success) return [z.prettifyError(parsed.error)];
  const { type, blocks } = parsed.data;
  const asksForAddress = blocks.some((one) => one.type === 'input' && one.element.type === 'conversations_select' && one.element.response_url_enabled);
  return [
    ...(type === 'modal' && blocks.some((one) => one.type === 'input') && !parsed.data.submit ? ['input without submit'] : []),
    ...(type === 'home' && asksForAddress ? ['response_url_enabled on a Home tab'] : []),
    ...(JSON.stringify(view).length > 250_000 ? ['view_too_large'] : []),
    ...repeated(blocks),
    ...pings(view),
  ];
}

function repeated(blocks: readonly { block_id?: string | undefined; elements?: readonly object[] }[]): string[] {
  const twice = (ids: (string | undefined)[]) => ids.filter((one, index) => one !== undefined && ids.indexOf(one) !== index);
  return [
    ...twice(blocks.map(({ block_id }) => block_id)).map((one) => `block_id ${one} twice`),
    ...blocks
      .flatMap(({ elements = [] }) => twice(elements.map((element) => ('action_id' in element ? String(element.action_id) : undefined))))
      .map((one) => `action_id ${one} twice`),
  ];
}

/** Nothing that the bot writes may call anybody. Slack would take it: this one is ours. */
function pings(content: unknown): string[] {
  const shown = JSON.stringify(content, (key, value: unknown) => (UNSEEN.has(key) ? undefined : value));
  return /<[@!](?!date\^)/.test(shown) ? ['a mention that pings'] : [];
}

/** What Slack keeps and does not show: questions may ride in it as they were written. */
const UNSEEN = new Set(['block_id', 'action_id', 'value', 'url', 'private_metadata']);
