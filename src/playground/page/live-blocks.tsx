import { Blocks } from './blocks';
import { Combobox } from './combobox';
import { InputField } from './inputs';
import type { Clicked } from './interactive';
import { act } from './server';
import { ownChoices, split } from './split';

/** What the blocks belong to, in the words of the server: a message, or a view. */
export type Owner = { channel: string; ts: string } | { view: string };

interface Props {
  blocks: object[];
  owner: Owner;
  /** What was entered into the fields of a modal, and what is wrong with it. */
  values?: Record<string, object>;
  errors?: Record<string, string>;
  onValue?: (block: string, action: string, value: object) => void;
  onNotice: (notice: string | undefined) => void;
}

/** Blocks that people can use: what they click and choose goes to the bot. */
export function LiveBlocks({ blocks, owner, errors = {}, onValue, onNotice }: Props) {
  const click = async (clicked: Clicked) => onNotice((await act({ do: 'click', on: owner, clicked })).notice);
  return split(blocks).map((part, index) => {
    // The place of a part in its message is what it is.
    const key = `${part.kind}-${index}`;
    if (part.kind === 'blocks') return <Blocks key={key} blocks={part.blocks} onClick={click} />;
    if (part.kind === 'input') {
      const { input } = part;
      return (
        <InputField
          key={key}
          input={input}
          onValue={(value) => onValue?.(input.block_id, input.element.action_id, value)}
          onEnter={(typed) => click({ block_id: input.block_id, action_id: input.element.action_id, type: input.element.type, value: typed })}
          error={errors[input.block_id]}
        />
      );
    }
    const { search, block_id } = part;
    const common = { action_id: search.action_id, type: search.type, ...(block_id && { block_id }) };
    return (
      <Combobox
        key={key}
        label={search.placeholder?.text ?? 'Search'}
        placeholder={search.placeholder?.text ?? ''}
        search={async (query) =>
          ownChoices(search, query) ?? (await act({ do: 'suggest', on: owner, query, clicked: { ...common, value: query } })).choices ?? []
        }
        onChoose={({ value, label }) => click({ ...common, value, label })}
      />
    );
  });
}
