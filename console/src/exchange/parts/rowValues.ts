import type { RowCondition } from '../api/applications.ts';
import type { ItemType } from '../api/words.ts';

/** A condition as a form holds it: its value as text. */
export interface RowValues {
  column: string;
  is: RowCondition['is'];
  value: string;
}

/** What can be compared with the items of a dataset; times and structures cannot. */
export const comparable = (type: ItemType | undefined): boolean => type !== 'json' && type !== 'time';

/** A value as its item's type wants it. */
export function readValue(text: string, type: ItemType | undefined): RowCondition['value'] {
  const given = text.trim();
  if (type === 'integer' || type === 'number') return Number(given);
  return type === 'boolean' ? ['true', '是', 'yes'].includes(given.toLowerCase()) : given;
}

/** Conditions for the fields of a form. */
export const toRowValues = (rows: RowCondition[] = []): RowValues[] =>
  rows.map(({ column, is, value }) => ({ column, is, value: String(value) }));

/** What the fields hold, as conditions. */
export const readRows = (values: RowValues[] = [], items: { name: string; type: ItemType }[]): RowCondition[] =>
  values.map(({ column, is, value }) => ({
    column,
    is,
    value: readValue(value, items.find(({ name }) => name === column)?.type),
  }));
