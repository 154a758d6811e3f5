import { type ActionId, fieldsOf } from './actions.ts';
import { proposeLot } from './identifiers.ts';
import { emptyValues, type FormValues, type LastValues, type Thing } from './values.ts';

export interface StartValuesParameters {
  action: ActionId;
  last: LastValues;
  /** What was scanned before the form was opened. */
  thing: Thing | null;
  /** The organisation's certificates; one that is gone is not used again. */
  certificates: readonly string[];
  now: Date;
}

/** Where somebody was last, whatever was done there. */
function lastPlace(last: LastValues): string {
  for (const values of Object.values(last)) if (values.place) return values.place;
  return '';
}

/** What a form begins with: what was scanned, a lot number, and the last values of the same form. */
export function startValues({ action, last, thing, certificates, now }: StartValuesParameters): FormValues {
  const fields = fieldsOf(action).map(({ id }) => id);
  const before = last[action] ?? {};
  const values: FormValues = {
    ...emptyValues,
    place: lastPlace(last),
    ...before,
    lot: fields.includes('lot') ? proposeLot(now) : '',
  };
  if (!certificates.includes(values.certificate)) values.certificate = '';
  if (thing === null) return values;
  if (/\/01\/\d{14}$/.test(thing.id) && fields.includes('product')) return { ...values, product: thing.id };
  if (fields.includes('things')) return { ...values, things: [thing] };
  return fields.includes('crop') ? { ...values, crop: thing.id } : values;
}
