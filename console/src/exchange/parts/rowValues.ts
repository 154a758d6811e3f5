import type { Comparison, RowCondition, RowValue } from '../api/applications.ts';
import type { ItemType } from '../api/words.ts';

/** A condition as a form holds it: its value as text, or the texts of which the item has one. */
export interface RowValues {
  column: string;
  is: Comparison | 'in';
  value: string | string[];
}

/** What can be compared with the items of a dataset; times and structures cannot. */
export const comparable = (type: ItemType | undefined): boolean => type !== 'json' && type !== 'time';

/** A value as its item's type wants it. */
export function readValue(text: string, type: ItemType | undefined): RowValue {
  const given = text.trim();
  if (type === 'integer' || type === 'number') return Number(given);
  return type === 'boolean' ? ['true', '是', 'yes'].includes(given.toLowerCase()) : given;
}

/** Conditions for the fields of a form. */
export const toRowValues = (rows: RowCondition[] = []): RowValues[] =>
  rows.map((row) =>
    'in' in row
      ? { column: row.column, is: 'in', value: row.in.map(String) }
      : { column: row.column, is: row.is, value: String(row.value) },
  );

/** What the fields hold, as conditions; one that is not filled in yet is left out. */
export const readRows = (
  values: Partial<RowValues>[] = [],
  items: { name: string; type: ItemType }[],
): RowCondition[] =>
  values.flatMap(({ column, is, value = [] }): RowCondition[] => {
    const type = items.find(({ name }) => name === column)?.type;
    const [first = '', ...more] = [value].flat();
    if (!column || !is || first.trim() === '') return [];
    if (is === 'in') return [{ column, in: [first, ...more].map((text) => readValue(text, type)) }];
    return [{ column, is, value: readValue(first, type) }];
  });
