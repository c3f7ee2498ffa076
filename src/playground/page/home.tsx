import type { ShownView } from '../state';
import { LiveBlocks } from './live-blocks';
import { Raw } from './raw';

/** The app's Home tab. */
export function Home({ view, onNotice }: { view?: ShownView; onNotice: (notice: string | undefined) => void }) {
  return (
    <section className="conversation" aria-label="Home">
      <header className="bar">
        <h2>srm: Home</h2>
      </header>
      <div className="messages">
        {view ? (
          <LiveBlocks blocks={view.content.blocks} owner={{ view: view.id }} onNotice={onNotice} />
        ) : (
          <p className="hint">The bot has published nothing here.</p>
        )}
        {view && <Raw content={view.content} />}
      </div>
    </section>
  );
}
