import type { Choice } from '../state';

interface Option {
  text: { text: string };
  value: string;
}

/** A menu: with its options, or filled while one types. */
export interface Search {
  type: string;
  action_id: string;
  placeholder?: { text: string };
  options?: Option[];
  option_groups?: { label: { text: string }; options: Option[] }[];
}

/** A field of a modal. */
export interface Input {
  block_id: string;
  label: { text: string };
  hint?: { text: string };
  optional?: boolean;
  /** What is entered is sent at once, when Enter is pressed. */
  dispatch_action?: boolean;
  element: Field;
}

export interface Field {
  type: string;
  action_id: string;
  placeholder?: { text: string };
  multiline?: boolean;
  initial_value?: string;
  options?: Option[];
  default_to_current_conversation?: boolean;
}

/** Blocks in their order: those for the renderer, and the controls that it cannot bring to life. */
export type Part = { kind: 'blocks'; blocks: object[] } | { kind: 'search'; search: Search; block_id?: string } | { kind: 'input'; input: Input };

interface AnyBlock {
  type?: string;
  block_id?: string;
  accessory?: Search;
  elements?: Search[];
}

/** The options that a menu brings along and that fit what was typed; undefined if the bot has to be asked. */
export function ownChoices({ type, options = [], option_groups = [] }: Search, query: string): Choice[] | undefined {
  if (type === 'external_select') return undefined;
  const groups = [{ options }, ...option_groups.map(({ label, options: inside }) => ({ group: label.text, options: inside }))];
  return groups
    .flatMap(({ options: inside, ...group }) => inside.map(({ text, value }) => ({ label: text.text, value, ...group })))
    .filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
}

/** Takes the controls that need a live menu or keep a value out of the blocks. */
export function split(blocks: readonly object[]): Part[] {
  const parts: Part[] = [];
  for (const part of blocks.flatMap(partsOf)) {
    const last = parts.at(-1);
    if (part.kind === 'blocks' && last?.kind === 'blocks') last.blocks.push(...part.blocks);
    else parts.push(part);
  }
  return parts;
}

function partsOf(block: AnyBlock): Part[] {
  const { type, block_id, accessory, elements, ...rest } = block;
  const search = (element: Search): Part => ({ kind: 'search', search: element, ...(block_id && { block_id }) });
  if (isInput(block)) return [{ kind: 'input', input: block }];
  if (accessory && isSearch(accessory)) return [{ kind: 'blocks', blocks: [{ type, block_id, ...rest }] }, search(accessory)];
  if (type !== 'actions' || !elements?.some(isSearch)) return [{ kind: 'blocks', blocks: [block] }];
  const others = elements.filter((element) => !isSearch(element));
  return [...(others.length > 0 ? [{ kind: 'blocks' as const, blocks: [{ ...block, elements: others }] }] : []), ...elements.filter(isSearch).map(search)];
}

const isSearch = ({ type }: Search): boolean => type === 'external_select' || type === 'static_select';

function isInput(block: object): block is Input {
  return 'type' in block && block.type === 'input' && 'element' in block && 'block_id' in block;
}
