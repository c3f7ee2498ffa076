import type { MouseEvent } from 'react';
import { type Block, Message } from 'slack-blocks-to-jsx';
import { PLACES } from '../state';
import { type Clicked, clicked } from './interactive';
import { useTheme } from './theme';

/**
 * Block Kit, rendered by slack-blocks-to-jsx. Chosen because it alone covers every block that the bot sends (tables, context actions, containers,
 * header levels) in light and dark, is released regularly, and works with the React of today; its peers stop at sections, actions and images.
 * It has no handlers, and its menus of external data are pictures: clicks are found by id (interactive.ts), and inputs are drawn in inputs.tsx.
 */
export function Blocks({ blocks, onClick }: { blocks: object[]; onClick: (clicked: Clicked) => void }) {
  const { theme } = useTheme();
  const find = ({ target }: MouseEvent) => {
    const found = clicked(target, blocks);
    if (found) onClick(found);
  };
  return (
    // The buttons inside take the keys; this only hears their clicks.
    // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: it is no control of its own
    <div className="blocks" onClick={find}>
      {/* What the bot sends is checked by the fake Slack; the types of the renderer are its own. */}
      <Message
        blocks={withoutVerbatim(blocks) as Block[]}
        name="srm"
        logo=""
        theme={theme}
        withoutWrapper
        data={{ users: [{ id: PLACES.bot, name: 'srm' }] }}
      />
    </div>
  );
}

/** In Slack `verbatim` only stops the making of links out of plain words; the renderer stops formatting altogether. */
function withoutVerbatim<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === 'verbatim' ? undefined : inner)));
}
