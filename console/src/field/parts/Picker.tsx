/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useTexts } from '../texts/texts.ts';
import type { Choice } from '../useNames.ts';
import { Sheet } from './Sheet.tsx';

/** More than these are found by typing. */
const mostShown = 60;

export interface PickerProps {
  title: string;
  choices: readonly Choice[];
  empty?: string;
  onPick: (id: string) => void;
  onClose: () => void;
  /** What stands above the list, such as the form for a new entry. */
  children?: ComponentChildren;
}

/** A list to choose from, large enough for a thumb, with a search. */
export function Picker({ title, choices, empty, onPick, onClose, children }: PickerProps) {
  const { t } = useTexts();
  const [wanted, setWanted] = useState('');
  const word = wanted.trim().toLowerCase();
  const found = choices.filter(({ name, detail }) => `${name} ${detail}`.toLowerCase().includes(word));
  return (
    <Sheet title={title} onClose={onClose}>
      {choices.length > 6 && (
        <input
          type="search"
          placeholder={t.pick.search}
          aria-label={t.pick.search}
          value={wanted}
          onInput={({ currentTarget }) => setWanted(currentTarget.value)}
        />
      )}
      <ul class="choices">
        {found.slice(0, mostShown).map(({ id, name, detail, own }) => (
          <li key={id}>
            <button type="button" data-testid="choice" data-id={id} onClick={() => onPick(id)}>
              <b>
                {name}
                {own && <small class="mark">{t.pick.own}</small>}
              </b>
              {detail !== name && <small>{detail}</small>}
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="hint">{choices.length === 0 ? (empty ?? t.pick.empty) : t.pick.empty}</p>}
      {children}
    </Sheet>
  );
}
