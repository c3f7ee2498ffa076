import { useEffect, useId } from 'react';
import { PLACES } from '../state';
import type { Input } from './split';

interface Props {
  input: Input;
  error: string | undefined;
  /** Gives the value in the form that Slack sends it. */
  onValue: (value: object) => void;
  /** For a field whose text is sent when Enter is pressed. */
  onEnter: (typed: string) => void;
}

const CHANNELS = [
  { name: '# general', id: PLACES.channel },
  { name: 'srm (direct)', id: PLACES.direct },
];

/** One field of a modal, with its label, its hint and what is wrong with it. */
export function InputField({ input: { label, hint, optional, dispatch_action, element }, error, onValue, onEnter }: Props) {
  const id = useId();
  const { type, options = [], multiline, initial_value: initial, placeholder } = element;
  const described = { id, 'aria-invalid': error !== undefined, 'aria-describedby': `${id}-hint` };
  // Slack preselects the conversation that the modal was opened from.
  const preselected = type === 'conversations_select' && element.default_to_current_conversation ? PLACES.channel : '';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field appears
  useEffect(() => {
    if (preselected) onValue({ type, selected_conversation: preselected });
  }, []);
  const select = (value: string) => {
    const option = options.find((candidate) => candidate.value === value);
    onValue(type === 'conversations_select' ? { type, selected_conversation: value || null } : { type, selected_option: option ?? null });
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label.text}
        {optional && <span className="hint"> (optional)</span>}
      </label>
      {type === 'plain_text_input' && multiline && (
        <textarea
          {...described}
          placeholder={placeholder?.text}
          defaultValue={initial}
          onChange={({ target }) => onValue({ type, value: target.value || null })}
        />
      )}
      {type === 'plain_text_input' && !multiline && (
        <input
          {...described}
          placeholder={placeholder?.text}
          defaultValue={initial}
          onChange={({ target }) => onValue({ type, value: target.value || null })}
          onKeyDown={(event) => {
            if (!dispatch_action || event.key !== 'Enter') return;
            event.preventDefault();
            onEnter(event.currentTarget.value);
          }}
        />
      )}
      {type !== 'plain_text_input' && (
        <select {...described} defaultValue={preselected} onChange={({ target }) => select(target.value)}>
          <option value="">{placeholder?.text ?? 'Choose'}</option>
          {type === 'conversations_select'
            ? CHANNELS.map(({ id: channel, name }) => (
                <option key={channel} value={channel}>
                  {name}
                </option>
              ))
            : options.map(({ text, value }) => (
                <option key={value} value={value}>
                  {text.text}
                </option>
              ))}
        </select>
      )}
      <p id={`${id}-hint`} className={error ? 'error' : 'hint'}>
        {error ?? hint?.text}
      </p>
    </div>
  );
}
