/** Kilograms in one unit of mass, by the codes of UN/CEFACT Recommendation 20. */
const kilogramsIn: Readonly<Record<string, number>> = {
  KGM: 1,
  GRM: 0.001,
  MGM: 0.000_001,
  TNE: 1000,
  DTN: 100,
  DG: 0.0001,
  HGM: 0.1,
  DJ: 0.01,
  LBR: 0.453_592_37,
  ONZ: 0.028_349_523_125,
  STN: 907.184_74,
  LTN: 1016.046_908_8,
};

/**
 * The weight of a quantity in kilograms: a mass is converted, pieces (no unit, EA, H87, C62) weigh what the master data
 * of their trade item say. Null when it cannot be known.
 */
export function toKilograms(
  { quantity, uom }: { quantity: number | null; uom: string | null },
  pieceKilograms: number | null,
): number | null {
  if (quantity === null) return null;
  if (uom === null || ['EA', 'H87', 'C62', 'XPP', 'NAR'].includes(uom)) {
    return pieceKilograms === null ? null : quantity * pieceKilograms;
  }
  const factor = kilogramsIn[uom];
  return factor === undefined ? null : quantity * factor;
}
