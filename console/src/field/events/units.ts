/** Units that people count in. */
export const unitIds = ['kg', 'jin', 'tonne', 'gram', 'litre', 'piece'] as const;
export type UnitId = (typeof unitIds)[number];

/** The UN/CEFACT Recommendation 20 code of each unit and how much of it one is; a count has no code in EPCIS. */
const codes: Readonly<Record<UnitId, { uom: string | null; factor: number }>> = {
  kg: { uom: 'KGM', factor: 1 },
  // The market jin is half a kilogram and has no code.
  jin: { uom: 'KGM', factor: 0.5 },
  tonne: { uom: 'TNE', factor: 1 },
  gram: { uom: 'GRM', factor: 1 },
  litre: { uom: 'LTR', factor: 1 },
  piece: { uom: null, factor: 1 },
};

/** Reads a number as people type it: full-width digits and a comma for the point too. Null for what is none above 0. */
export function readNumber(text: string): number | null {
  const plain = text.normalize('NFKC').replace(',', '.').trim();
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return null;
  const value = Number(plain);
  return value > 0 ? value : null;
}

/** Six decimals are more than any scale gives, and hide what binary fractions add. */
const round = (value: number) => Number(value.toFixed(6));

/** A quantity as EPCIS has it; null when none was given. */
export function toQuantity(text: string, unit: UnitId): { quantity: number; uom?: string } | null {
  const value = readNumber(text);
  if (value === null) return null;
  const { uom, factor } = codes[unit];
  const quantity = round(value * factor);
  return uom === null ? { quantity } : { quantity, uom };
}

/** The unit of a code, to begin a form with what an event said; counts for what has no code. */
export function unitOf(uom: string | null): UnitId {
  return unitIds.find((id) => codes[id].uom === uom) ?? 'piece';
}

/** Hectares of an area; fifteen mu are a hectare. Null when none was given. */
export function toHectares(text: string, unit: 'mu' | 'hectare'): number | null {
  const value = readNumber(text);
  if (value === null) return null;
  return round(unit === 'mu' ? value / 15 : value);
}
