import type { Hex } from '../../proof/index.ts';

/** Decimal text of a quantity; short ones without the cost of BigInt, because a backfill reads a dozen a transaction. */
export function toDecimal(quantity: Hex | string): string {
  return quantity.length < 15 ? String(Number.parseInt(quantity, 16)) : BigInt(quantity).toString();
}

/** The same for a quantity that a node may leave out. */
export function toDecimalOrNull(quantity: Hex | string | null | undefined): string | null {
  return quantity == null ? null : toDecimal(quantity);
}

/** A quantity as the parameter of a JSON-RPC call. */
export const toQuantity = (value: number): Hex => `0x${value.toString(16)}`;
