/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact';
import type { Fault } from '../events/checkValues.ts';
import { useTexts } from '../texts/texts.ts';

export interface FieldBoxProps {
  id: string;
  label: string;
  optional?: boolean;
  hint?: string;
  fault: Fault | undefined;
  children: ComponentChildren;
}

/** A field of a form with its name, and what is wrong with it. */
export function FieldBox({ id, label, optional = false, hint, fault, children }: FieldBoxProps) {
  const { t } = useTexts();
  const problem = fault && (id === 'place' ? t.form.placeFault : t.fault[fault]);
  return (
    <fieldset class={`field ${problem ? 'faulty' : ''}`} data-field={id}>
      <legend>
        {label}
        {optional && <small> {t.optional}</small>}
      </legend>
      {children}
      {hint !== undefined && !problem && <p class="hint">{hint}</p>}
      {problem && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
