/** An element that people can click, with the block it stands in. */
export interface Clicked {
  block_id?: string;
  action_id: string;
  type: string;
  value: string;
  /** Of the option that was chosen from a menu. */
  label?: string;
  /** Which of two thumbs. */
  thumb?: 'positive_button' | 'negative_button';
}

interface BlockElement {
  type: string;
  action_id?: string;
  value?: string;
}

interface Block {
  block_id?: string;
  elements?: BlockElement[];
  accessory?: BlockElement;
  child_blocks?: Block[];
}

/**
 * Which element of the blocks was clicked. The renderer has no handlers; it gives each element its `action_id` as id,
 * so one listener around a message finds out by going up from what was hit.
 */
export function clicked(target: EventTarget, blocks: readonly object[]): Clicked | undefined {
  const button = target instanceof Element ? target.closest('button') : null;
  const id = button?.closest('[id]:not(#slack_blocks_to_jsx)')?.id;
  if (!button || !id) return undefined;
  for (const { element, block } of elementsOf(blocks)) {
    if (element.action_id !== id) continue;
    const common = { action_id: id, type: element.type, value: element.value ?? '', ...(block.block_id && { block_id: block.block_id }) };
    if (element.type !== 'feedback_buttons') return common;
    return { ...common, thumb: button.getAttribute('aria-label')?.startsWith('Positive') ? 'positive_button' : 'negative_button' };
  }
  return undefined;
}

function* elementsOf(blocks: readonly Block[]): Iterable<{ element: BlockElement; block: Block }> {
  for (const block of blocks) {
    for (const element of [...(block.elements ?? []), ...(block.accessory ? [block.accessory] : [])]) yield { element, block };
    yield* elementsOf(block.child_blocks ?? []);
  }
}
