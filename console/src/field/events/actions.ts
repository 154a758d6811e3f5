/** What can be recorded in the field, in the order of a season. */
export const actionIds = ['sow', 'fertilise', 'harvest', 'process', 'pack', 'ship', 'receive', 'sell'] as const;

export type ActionId = (typeof actionIds)[number];

/** A part of a form besides time, place, photo and note, which every form has. */
export type FieldId =
  | 'product'
  | 'crop'
  | 'things'
  | 'lot'
  | 'amount'
  | 'area'
  | 'cultivar'
  | 'material'
  | 'method'
  | 'bestBefore'
  | 'container'
  | 'partner'
  | 'paper'
  | 'certificate';

/** The form of an action; a field with `?` may stay empty. */
const forms: Readonly<Record<ActionId, readonly (FieldId | `${FieldId}?`)[]>> = {
  sow: ['product', 'lot', 'area', 'amount?', 'cultivar?', 'certificate?'],
  fertilise: ['crop', 'material', 'amount?', 'certificate?'],
  harvest: ['product', 'amount', 'lot', 'crop?', 'certificate?'],
  process: ['things', 'method', 'product', 'amount', 'lot', 'bestBefore?', 'certificate?'],
  pack: ['things', 'container'],
  ship: ['things', 'partner', 'paper?'],
  receive: ['things', 'partner', 'paper?'],
  sell: ['things'],
};

/** The fields of a form without their marks. */
export function fieldsOf(action: ActionId): { id: FieldId; optional: boolean }[] {
  return forms[action].map((field) => ({ id: field.replace('?', '') as FieldId, optional: field.endsWith('?') }));
}
