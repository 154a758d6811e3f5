import { buildLink, type Elements, type Gs1Link } from '../../proof/index.ts';

/** A level of identity that a request is about: the item, its lot, its variant, its product. */
export interface Level {
  anchor: string;
  elements: Elements;
}

/** All choices of qualifiers, in the standard's order, that keep the order. */
function subsets([first, ...others]: Elements): Elements[] {
  if (first === undefined) return [[]];
  const rest = subsets(others);
  return [...rest.map((choice) => [first, ...choice]), ...rest];
}

/** Where the finest qualifier of a choice stands: of two choices of one size the finer one comes first. */
const finest = (choice: Elements, all: Elements) => all.findIndex(([ai]) => ai === choice.at(-1)?.[0]);

/**
 * The levels of a link, the finest first (resolver standard: walking up from serial to lot to trade item). `lot` is that of
 * a serial number when it is known from elsewhere.
 */
export function levelsOf({ key, qualifiers }: Pick<Gs1Link, 'key' | 'qualifiers'>, lot: string | null = null): Level[] {
  const hasLot = lot === null || qualifiers.some(([ai]) => ai === '10');
  const at = qualifiers.findIndex(([ai]) => ai === '21');
  const known: Elements = hasLot ? qualifiers : [...qualifiers.slice(0, at), ['10', lot], ...qualifiers.slice(at)];
  return subsets(known)
    .sort((a, b) => b.length - a.length || finest(b, known) - finest(a, known))
    .map((choice) => ({ elements: [key, ...choice], anchor: buildLink([key, ...choice]) }));
}

/** The anchor of the key alone. */
export function rootOf({ key }: Pick<Gs1Link, 'key'>): string {
  return buildLink([key]);
}
