import { useEffect, useRef } from 'react';
import type { Shortcut, ShownMessage } from '../state';
import { Composer } from './composer';
import { MessageView } from './message';
import { act } from './server';

interface Props {
  title: string;
  placeholder: string;
  channel: string;
  /** The first message of a thread; without it, the whole channel. */
  root?: string;
  messages: ShownMessage[];
  shortcuts: Shortcut[];
  /** Suggested by the bot. */
  prompts?: { title: string; message: string }[];
  onThread?: (ts: string) => void;
  onClose?: () => void;
  onNotice: (notice: string | undefined) => void;
}

/** A channel, a direct conversation, or one thread in it: its messages, and the place to type. */
export function Conversation({ title, placeholder, channel, root, messages, shortcuts, prompts = [], onThread, onClose, onNotice }: Props) {
  const here = messages.filter((message) => message.channel === channel);
  const shown = here.filter((message) => (root ? message.ts === root || message.thread === root : !message.thread));
  const list = useRef<HTMLDivElement>(null);
  const newest = shown.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when something new is at the end
  useEffect(() => {
    // A long answer is read from its beginning.
    void list.current?.lastElementChild?.scrollIntoView({ block: 'start' });
  }, [newest?.ts, newest?.text]);
  return (
    <section className={root ? 'conversation thread' : 'conversation'} aria-label={title}>
      <header className="bar">
        <h2>{title}</h2>
        {onClose && (
          <button type="button" onClick={onClose} aria-label="Close the thread">
            ✕
          </button>
        )}
      </header>
      <div ref={list} className="messages" role="log" aria-label={`Messages: ${title}`}>
        {shown.map((message) => (
          <MessageView
            key={message.ts}
            message={message}
            replies={here.filter(({ thread }) => thread === message.ts).length}
            shortcuts={shortcuts}
            onNotice={onNotice}
            {...(onThread && { onThread: () => onThread(message.ts) })}
          />
        ))}
      </div>
      {prompts.length > 0 && shown.length === 0 && (
        <ul className="prompts" aria-label="Suggestions">
          {prompts.map(({ title: name, message }) => (
            <li key={message}>
              <button type="button" onClick={async () => onThread?.((await act({ do: 'say', text: message, channel })).thread?.ts ?? '')}>
                {name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Composer
        label={root ? 'Reply in the thread' : 'Message'}
        placeholder={placeholder}
        channel={channel}
        onNotice={onNotice}
        {...(root && { thread: root })}
        {...(onThread && { onThread })}
      />
    </section>
  );
}
