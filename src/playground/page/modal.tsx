import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { ShownView } from '../state';
import { LiveBlocks } from './live-blocks';
import { Raw } from './raw';
import { act } from './server';

/** The modals on the screen; the top one is in front. */
export function Modals({ views }: { views: ShownView[] }) {
  const top = views.at(-1);
  return top ? <Modal key={top.id} view={top} /> : null;
}

/** One modal. The browser's dialog keeps the focus inside, and closes on Escape. */
function Modal({ view: { id, content } }: { view: ShownView }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [values, setValues] = useState<Record<string, Record<string, object>>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [notice, setNotice] = useState<string>();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const close = () => void act({ do: 'close', view: id });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const outcome = await act({ do: 'submit', view: id, values });
    setErrors(outcome.errors ?? {});
    setNotice(outcome.notice);
  };
  return (
    <dialog
      ref={dialog}
      aria-label={content.title?.text ?? 'Modal'}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form onSubmit={submit}>
        <header className="bar">
          <h2>{content.title?.text}</h2>
          <button type="button" onClick={close} aria-label="Close the modal">
            ✕
          </button>
        </header>
        <div className="modal-blocks">
          <LiveBlocks
            blocks={content.blocks}
            owner={{ view: id }}
            errors={errors}
            onNotice={setNotice}
            onValue={(block, action, value) => setValues((before) => ({ ...before, [block]: { ...before[block], [action]: value } }))}
          />
          <p role="status" className="notice">
            {notice}
          </p>
        </div>
        <footer className="bar">
          <Raw content={content} />
          <button type="button" onClick={close}>
            {content.close?.text ?? 'Cancel'}
          </button>
          {content.submit && (
            <button type="submit" className="primary">
              {content.submit.text}
            </button>
          )}
        </footer>
      </form>
    </dialog>
  );
}
