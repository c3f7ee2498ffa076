import { useState } from 'react';
import { PLACES } from '../state';
import { Conversation } from './conversation';
import { Home } from './home';
import { KnowledgeStatus } from './knowledge-status';
import { Modals } from './modal';
import { act, useWorkspace } from './server';
import { ThemeProvider, useTheme } from './theme';

type Tab = 'channel' | 'direct' | 'home';

const TABS: { id: Tab; name: string }[] = [
  { id: 'channel', name: '# general' },
  { id: 'direct', name: 'srm: Messages' },
  { id: 'home', name: 'srm: Home' },
];

/** The page: where one is on the left, the conversation in the middle, a thread on the right. */
export function App() {
  return (
    <ThemeProvider>
      <Workspace />
    </ThemeProvider>
  );
}

function Workspace() {
  const { state, isConnected } = useWorkspace();
  const { theme, toggle } = useTheme();
  const [tab, setTab] = useState<Tab>('channel');
  const [thread, setThread] = useState<string>();
  const [notice, setNotice] = useState<string>();
  if (!state) return <p className="loading">Connecting …</p>;
  const { messages, shortcuts } = state;
  const go = async (next: Tab) => {
    setTab(next);
    setThread(undefined);
    setNotice(undefined);
    if (next !== 'channel') setNotice((await act({ do: 'open', tab: next === 'home' ? 'home' : 'messages' })).notice);
  };
  const channel = tab === 'direct' ? PLACES.direct : PLACES.channel;
  const common = { channel, messages, shortcuts, onNotice: setNotice };
  return (
    <div className={thread ? 'workspace with-thread' : 'workspace'}>
      <nav aria-label="Workspace">
        <h1>srm playground</h1>
        <ul>
          {TABS.map(({ id, name }) => (
            <li key={id}>
              <button type="button" aria-current={tab === id ? 'page' : undefined} onClick={() => go(id)}>
                {name}
              </button>
            </li>
          ))}
        </ul>
        {shortcuts.some(({ type }) => type === 'global') && <h2>Shortcuts</h2>}
        <ul>
          {shortcuts
            .filter(({ type }) => type === 'global')
            .map(({ id, name }) => (
              <li key={id}>
                <button type="button" onClick={async () => setNotice((await act({ do: 'shortcut', id })).notice)}>
                  ⚡ {name}
                </button>
              </li>
            ))}
        </ul>
        <KnowledgeStatus knowledge={state.knowledge} />
        <button type="button" className="theme" onClick={toggle}>
          {theme === 'dark' ? '☀️ Light' : '🌙 Dark'}
        </button>
      </nav>
      <main>
        {!isConnected && <p role="alert">The playground has stopped. Start it again with npm run playground.</p>}
        {state.knowledge.mistakes.length > 0 && (
          <div role="alert" className="mistakes">
            <strong>The knowledge has mistakes. The last good knowledge goes on answering.</strong>
            <ul>
              {state.knowledge.mistakes.map((mistake) => (
                <li key={mistake}>
                  <code>{mistake}</code>
                </li>
              ))}
            </ul>
          </div>
        )}
        {tab === 'home' ? (
          <Home onNotice={setNotice} {...(state.home && { view: state.home })} />
        ) : (
          <Conversation
            {...common}
            key={channel}
            title={tab === 'direct' ? 'srm' : '# general'}
            placeholder={tab === 'direct' ? 'who patches rds?' : '/srm s3   or   @srm who patches rds?'}
            onThread={setThread}
            prompts={tab === 'direct' ? state.prompts : []}
          />
        )}
        <p role="status" className="notice">
          {notice}
        </p>
      </main>
      {thread && (
        <aside>
          <Conversation
            {...common}
            key={thread}
            title="Thread"
            placeholder={tab === 'direct' ? 'and lambda?' : '@srm and lambda?'}
            root={thread}
            onClose={() => setThread(undefined)}
          />
        </aside>
      )}
      <Modals views={state.modals} />
    </div>
  );
}
