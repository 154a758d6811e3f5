import type { Tx } from '../../store/index.ts';

/** Scales, moisture and rounding: this much above the limit is not doubted. */
export const tolerance = 0.03;

/** Kilograms for a text: grams where there are few. */
export function kilograms(value: number): number {
  return value < 10 ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10;
}

/** How much an excess weighs: a tenth above the limit is a question, twice the limit hardly an error. */
export function weightOf(ratio: number): number {
  return Math.min(0.95, 0.4 + (ratio - 1) * 0.55);
}

/** Hashes of events, in the order of their recording. */
export async function hashesOf(tx: Tx, sequences: readonly string[]): Promise<string[]> {
  const rows = await tx<{ hash: string }[]>`
    SELECT hash FROM trace.events WHERE sequence = ANY(${[...new Set(sequences)].slice(0, 1000)}::bigint[])
    ORDER BY sequence`;
  return rows.map(({ hash }) => hash);
}
