import { useState } from 'react';

/** The JSON that the bot sent, and the same on the clipboard, as Block Kit Builder takes it. */
export function Raw({ content }: { content: { blocks: object[] } }) {
  const [isOpen, setOpen] = useState(false);
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(JSON.stringify({ blocks: content.blocks }, null, 2));
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <div className="raw">
      <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        JSON
      </button>
      <button type="button" onClick={copy} title="For app.slack.com/block-kit-builder">
        {isCopied ? 'Copied' : 'Copy for Block Kit Builder'}
      </button>
      {isOpen && (
        // A region that scrolls must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <pre tabIndex={0}>{JSON.stringify(content, null, 2)}</pre>
      )}
    </div>
  );
}
