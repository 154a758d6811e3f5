import type { Hex } from '../../../proof/index.ts';
import { indexErrors } from '../errors.ts';

/** What every list takes. */
export interface PageParameters {
  limit: number;
  /** `nextCursor` of the page before. */
  cursor?: string | undefined;
}

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/**
 * The numbers of a cursor: the place of the last item of the page before. Without one, a place after every item.
 * @throws INDEX_BAD_CURSOR
 */
export function readCursor(cursor: string | undefined, length: number): number[] {
  if (cursor === undefined) return Array.from({ length }, () => 2_147_483_647);
  const numbers = cursor.split('.').map(Number);
  const good = numbers.length === length && numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!good || numbers.some((number) => number > 2_147_483_647)) throw indexErrors.badCursor();
  return numbers;
}

/** Cuts the one item more that was asked for, which only shows that there is another page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  { limit }: PageParameters,
  placeOf: (row: Row) => readonly number[],
  toItem: (row: Row) => Item,
): Page<Item> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(toItem),
    nextCursor: rows.length > limit && last !== undefined ? placeOf(last).join('.') : null,
  };
}

/** Bytes for a query. */
export const toBytes = (hex: Hex): Buffer => Buffer.from(hex.slice(2), 'hex');
