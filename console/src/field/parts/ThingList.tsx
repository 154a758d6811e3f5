/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { isInstance } from '../events/identifiers.ts';
import { unitOf } from '../events/units.ts';
import type { Thing } from '../events/values.ts';
import { Scanner } from '../scan/Scanner.tsx';
import { useTexts } from '../texts/texts.ts';
import { useField } from '../useField.ts';
import { useNames } from '../useNames.ts';
import { AmountInput } from './AmountInput.tsx';
import { Picker } from './Picker.tsx';

export interface ThingListProps {
  things: readonly Thing[];
  onChange: (things: Thing[]) => void;
}

/** The goods that something was done to: scanned one after the other or chosen, each lot with its amount. */
export function ThingList({ things, onChange }: ThingListProps) {
  const { t } = useTexts();
  const { kit } = useField();
  const { nameThing, lotChoices } = useNames();
  const [open, setOpen] = useState<'list' | 'scan' | null>(null);
  const add = (id: string) => {
    if (!things.some((thing) => thing.id === id)) {
      const known = kit?.lots.find((lot) => lot.id === id);
      onChange([...things, { id, quantity: '', unit: known ? unitOf(known.uom) : 'kg' }]);
    }
    setOpen(null);
  };
  const change = (id: string, part: Partial<Thing>) =>
    onChange(things.map((thing) => (thing.id === id ? { ...thing, ...part } : thing)));
  return (
    <div class="things">
      {things.map(({ id, quantity, unit }) => (
        <div key={id} class="thing" data-testid="thing" data-id={id}>
          <div class="thing-name">
            <b>{nameThing(id)}</b>
            <button
              type="button"
              class="quiet"
              aria-label={`${t.remove} ${nameThing(id)}`}
              onClick={() => onChange(things.filter((thing) => thing.id !== id))}
            >
              ✕
            </button>
          </div>
          {isInstance(id) ? (
            <small>{t.form.whole}</small>
          ) : (
            <AmountInput
              id="thing"
              label={t.field.amount}
              quantity={quantity}
              unit={unit}
              onChange={(amount) => change(id, amount)}
            />
          )}
        </div>
      ))}
      <div class="pair">
        <button type="button" class="second" data-testid="things-scan" onClick={() => setOpen('scan')}>
          {t.form.scan}
        </button>
        <button type="button" class="second" data-testid="things-choose" onClick={() => setOpen('list')}>
          {t.form.choose}
        </button>
      </div>
      {open === 'list' && (
        <Picker title={t.pick.things} choices={lotChoices()} onPick={add} onClose={() => setOpen(null)} />
      )}
      {open === 'scan' && (
        <Scanner
          onClose={() => setOpen(null)}
          onCode={(code) => {
            if (code.kind !== 'thing' && code.kind !== 'product') return t.scan.notHere;
            add(code.id);
            return null;
          }}
        />
      )}
    </div>
  );
}
