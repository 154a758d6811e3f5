/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import type { Fault } from '../events/checkValues.ts';
import type { FormValues } from '../events/values.ts';
import { locate } from '../place/locate.ts';
import { fill, useTexts } from '../texts/texts.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { FieldBox } from './FieldBox.tsx';

export interface PlaceFieldProps {
  values: FormValues;
  fault: Fault | undefined;
  onChange: (part: Partial<FormValues>) => void;
}

/** Where it happened: a place of the list, and the phone's own position if the person wants that. */
export function PlaceField({ values: { place, position }, fault, onChange }: PlaceFieldProps) {
  const { t } = useTexts();
  const [state, setState] = useState<keyof typeof t.locate | null>(null);
  const find = async () => {
    setState('locating');
    try {
      onChange({ position: await locate() });
      setState(null);
    } catch (error) {
      const { message } = error as Error;
      setState(message === 'denied' || message === 'insecure' ? message : 'unavailable');
    }
  };
  return (
    <FieldBox id="place" label={t.field.place} fault={fault}>
      <ChoiceField
        id="place"
        kind="place"
        title={t.pick.place}
        value={place}
        onChange={(id) => onChange({ place: id })}
      />
      {position ? (
        <p class="located">
          <span data-testid="position">
            {fill(t.form.located, {
              latitude: position.latitude.toFixed(5),
              longitude: position.longitude.toFixed(5),
              accuracy: Math.max(1, Math.round(position.accuracy)),
            })}
          </span>
          <button type="button" class="quiet" onClick={() => onChange({ position: null })}>
            {t.form.whereStop}
          </button>
        </p>
      ) : (
        <>
          <button type="button" class="second wide" data-testid="locate" disabled={state === 'locating'} onClick={find}>
            {state === 'locating' ? t.locate.locating : t.form.where}
          </button>
          <p class="hint">{state === null || state === 'locating' ? t.form.whereHint : t.locate[state]}</p>
        </>
      )}
    </FieldBox>
  );
}
