import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { act } from './server';

interface Props {
  label: string;
  placeholder: string;
  channel: string;
  thread?: string;
  onThread?: (ts: string) => void;
  onNotice: (notice: string | undefined) => void;
}

/** Where people type. Enter sends, the arrow up brings back what was sent before. */
export function Composer({ label, placeholder, channel, thread, onThread, onNotice }: Props) {
  const [text, setText] = useState('');
  const [last, setLast] = useState('');
  const send = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim()) return;
    setText('');
    setLast(text);
    const outcome = await act({ do: 'say', text, channel, ...(thread && { thread }) });
    onNotice(outcome.notice);
    if (outcome.thread) onThread?.(outcome.thread.ts);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'ArrowUp' && text === '' && last) setText(last);
  };
  return (
    <form className="composer" onSubmit={send}>
      <textarea aria-label={label} placeholder={placeholder} rows={1} value={text} onChange={({ target }) => setText(target.value)} onKeyDown={onKey} />
      <button type="submit" disabled={!text.trim()}>
        Send
      </button>
    </form>
  );
}
