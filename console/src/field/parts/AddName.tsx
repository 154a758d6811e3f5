/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { geoUri } from '../events/buildEvent.ts';
import type { OwnName } from '../events/composeDocument.ts';
import { locate } from '../place/locate.ts';
import { readCode, readLocationNumber } from '../scan/readCode.ts';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';

function keyOf(kind: OwnName['kind'], number: string): string | null {
  const code = kind === 'product' ? readCode(number) : readLocationNumber(number, kind === 'place' ? '414' : '417');
  return code.kind === kind ? code.id : null;
}

/** Gives a name to a product, a place or a partner that the lists do not have; the platform learns it with the next record. */
export function AddName({
  kind,
  number: first = '',
  onAdded,
}: {
  kind: OwnName['kind'];
  number?: string;
  onAdded: (id: string) => void;
}) {
  const { t } = useTexts();
  const { addName } = useField();
  const [name, setName] = useState('');
  const [number, setNumber] = useState(first);
  const [fault, setFault] = useState<string | null>(null);
  const add = async (id: string | null) => {
    if (name.trim() === '') return setFault(t.pick.needName);
    if (id === null) return setFault(t.pick.needNumber);
    await addName({ id, kind, name: name.trim() });
    onAdded(id);
  };
  const addHere = async () => {
    if (name.trim() === '') return setFault(t.pick.needName);
    try {
      const position = await locate();
      // The place itself, not how exactly it was measured this time.
      await add(geoUri(position).split(';')[0] ?? null);
    } catch (error) {
      setFault(t.locate[(error as Error).message as 'denied'] ?? t.locate.unavailable);
    }
  };
  return (
    <details class="add" open={first !== ''}>
      <summary data-testid="add-name">{t.pick.add}</summary>
      <label>
        {t.pick.name}
        <input
          maxLength={80}
          data-testid="new-name"
          value={name}
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label>
        {t.pick.number[kind]}
        <input
          inputMode="numeric"
          autocomplete="off"
          maxLength={24}
          data-testid="new-number"
          value={number}
          onInput={({ currentTarget }) => setNumber(currentTarget.value)}
        />
      </label>
      {fault !== null && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <button type="button" class="second" data-testid="new-save" onClick={() => add(keyOf(kind, number))}>
        {t.pick.save}
      </button>
      {kind === 'place' && (
        <button type="button" class="quiet" data-testid="new-here" onClick={addHere}>
          {t.pick.hereAsPlace}
        </button>
      )}
    </details>
  );
}
