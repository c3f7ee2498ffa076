import { PLACES, type Shortcut, type ShownMessage } from '../state';
import { LiveBlocks } from './live-blocks';
import { Raw } from './raw';
import { act } from './server';

interface Props {
  message: ShownMessage;
  replies?: number;
  shortcuts: Shortcut[];
  onThread?: () => void;
  onNotice: (notice: string | undefined) => void;
}

/** One message in a conversation or a thread. */
export function MessageView({ message, replies = 0, shortcuts, onThread, onNotice }: Props) {
  const { channel, ts, user, text, blocks, isPrivate } = message;
  const isBot = user === PLACES.bot;
  const run = async (action: object) => onNotice((await act(action)).notice);
  return (
    <article className={isPrivate ? 'message private' : 'message'} data-ts={ts} aria-label={isBot ? 'Message by srm' : 'Your message'}>
      <div className="avatar" aria-hidden="true">
        {isBot ? '☁️' : '🙂'}
      </div>
      <div className="content">
        <header>
          <strong>{isBot ? 'srm' : 'You'}</strong>
          {isBot && <span className="tag">APP</span>}
          <time>{new Date(Number(ts.split('.')[0]) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}</time>
          {isPrivate && <span className="hint">Only visible to you</span>}
        </header>
        {blocks.length > 0 ? <LiveBlocks blocks={blocks} owner={{ channel, ts }} onNotice={onNotice} /> : <p className="text">{plain(text)}</p>}
        <footer>
          {onThread && !isPrivate && (
            <button type="button" onClick={onThread}>
              {replies > 0 ? `${replies} ${replies === 1 ? 'reply' : 'replies'}` : 'Reply in thread'}
            </button>
          )}
          {!isPrivate &&
            shortcuts
              .filter(({ type }) => type === 'message')
              .map(({ id, name }) => (
                <button type="button" key={id} onClick={() => run({ do: 'message-shortcut', id, channel, ts })}>
                  {name}
                </button>
              ))}
          {isBot && <Raw content={{ blocks }} />}
        </footer>
      </div>
    </article>
  );
}

/** Without Slack's escapes: what the person typed. */
function plain(text: string): string {
  return text.replaceAll(`<@${PLACES.bot}>`, '@srm').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
