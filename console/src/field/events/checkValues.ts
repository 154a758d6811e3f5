import { type ActionId, type FieldId, fieldsOf } from './actions.ts';
import { isInstance, isLotNumber } from './identifiers.ts';
import { readNumber } from './units.ts';
import type { FormValues } from './values.ts';

/** Why a field cannot stay as it is. */
export type Fault = 'missing' | 'number' | 'lot' | 'time' | 'quantities';

/** Time and place are of every form. */
export type CheckedField = FieldId | 'time' | 'place';

const isGiven: Readonly<Record<FieldId, (values: FormValues) => boolean>> = {
  product: ({ product }) => product !== '',
  crop: ({ crop }) => crop !== '',
  things: ({ things }) => things.length > 0,
  lot: ({ lot }) => lot.trim() !== '',
  amount: ({ quantity }) => quantity.trim() !== '',
  area: ({ area }) => area.trim() !== '',
  cultivar: ({ cultivar }) => cultivar.trim() !== '',
  material: ({ material }) => material.trim() !== '',
  method: () => true,
  bestBefore: ({ bestBefore }) => bestBefore !== '',
  container: ({ container }) => container !== '',
  partner: ({ partner }) => partner !== '',
  paper: ({ paper }) => paper.trim() !== '',
  certificate: ({ certificate }) => certificate !== '',
};

function judge(field: FieldId, values: FormValues): Fault | null {
  if (field === 'amount' && readNumber(values.quantity) === null) return 'number';
  if (field === 'area' && readNumber(values.area) === null) return 'number';
  if (field === 'lot' && !isLotNumber(values.lot.trim())) return 'lot';
  if (
    field === 'things' &&
    values.things.some(({ id, quantity }) => !isInstance(id) && readNumber(quantity) === null)
  ) {
    return 'quantities';
  }
  return null;
}

/** What is missing or wrong in a form, by field; empty when an event can be made of it. */
export function checkValues(action: ActionId, values: FormValues, now: Date): Map<CheckedField, Fault> {
  const faults = new Map<CheckedField, Fault>();
  for (const { id, optional } of fieldsOf(action)) {
    if (!isGiven[id](values)) {
      if (!optional) faults.set(id, 'missing');
      continue;
    }
    const fault = judge(id, values);
    if (fault) faults.set(id, fault);
  }
  if (values.place === '' && values.position === null) faults.set('place', 'missing');
  if (values.time !== '' && !(Date.parse(values.time) <= now.getTime())) faults.set('time', 'time');
  return faults;
}
