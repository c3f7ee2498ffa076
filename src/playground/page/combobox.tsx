import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Choice } from '../state';

interface Props {
  label: string;
  placeholder: string;
  search: (query: string) => Promise<Choice[]>;
  onChoose: (choice: Choice) => void;
}

/** A menu that is filled while one types, as Slack's external select. Arrow keys move, Enter chooses. */
export function Combobox({ label, placeholder, search, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const [choices, setChoices] = useState<Choice[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the search is the same, though its function is new at each rendering
  useEffect(() => {
    if (!isOpen) return undefined;
    let isCurrent = true;
    void search(query).then((found) => {
      if (!isCurrent) return;
      setChoices(found);
      setActive(0);
    });
    return () => {
      isCurrent = false;
    };
  }, [query, isOpen]);
  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    setQuery(choice.label);
    setOpen(false);
    onChoose(choice);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move) {
      setOpen(true);
      setActive((active + move + choices.length) % Math.max(choices.length, 1));
    } else if (event.key === 'Enter' && isOpen) choose(choices[active]);
    else if (event.key === 'Escape' && isOpen) setOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="combobox">
      <input
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={isOpen && choices[active] ? `${id}-${active}` : undefined}
        placeholder={placeholder}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKey}
      />
      {isOpen && (
        <div role="listbox" id={id} aria-label={label}>
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, as the pattern for a combobox has it
            <div
              role="option"
              key={choice.value}
              id={`${id}-${index}`}
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(choice);
              }}
            >
              {choice.group && choices[index - 1]?.group !== choice.group && <small>{choice.group}</small>}
              <span>{choice.label}</span>
              {choice.description && <small>{choice.description}</small>}
            </div>
          ))}
          {choices.length === 0 && <p>No results</p>}
        </div>
      )}
    </div>
  );
}
