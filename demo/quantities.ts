import type { Quantity } from './epcis.ts';
import type { Lot } from './products.ts';

/** An amount of a lot in kilograms (UN/CEFACT code KGM). */
export function kilograms(lot: Lot, quantity: number): Quantity {
  return { epcClass: lot.id, quantity, uom: 'KGM' };
}

/** A number of packs of a lot. */
export function packs(lot: Lot, quantity: number): Quantity {
  return { epcClass: lot.id, quantity };
}

/** A lot whose amount is not known yet, such as a crop in the field. */
export function whole(lot: Lot): Quantity {
  return { epcClass: lot.id };
}
