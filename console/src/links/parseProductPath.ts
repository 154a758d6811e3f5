/** What a scanned path says about the product. `reason` names the first thing that is wrong. */
export type ProductPath =
  | { kind: 'lot'; gtin: string; lot: string }
  | { kind: 'product'; gtin: string }
  | { kind: 'invalid'; reason: 'digits' | 'checkDigit' | 'lot' };

/**
 * Reads a GS1 Digital Link path (`/01/{gtin}/10/{lot}`, also `/gtin/…/lot/…`, with a trailing slash and with finer
 * qualifiers such as `/22/` or `/21/`; behind `/product` where the resolver leads), or returns null when the path is not one of a trade item.
 */
export function parseProductPath(path: string): ProductPath | null {
  const parts = path
    .replace(/^\/product\//, '/')
    .replace(/\/+$/, '')
    .split('/')
    .slice(1);
  const [key, digits = ''] = parts;
  if (key !== '01' && key !== 'gtin') return null;
  const gtin = normalizeGtin(digits);
  if (gtin === null) return { kind: 'invalid', reason: 'digits' };
  if (!hasValidCheckDigit(gtin)) return { kind: 'invalid', reason: 'checkDigit' };
  for (let at = 2; at + 1 < parts.length; at += 2) {
    if (parts[at] !== '10' && parts[at] !== 'lot') continue;
    const lot = decodeLot(parts[at + 1] ?? '');
    return lot === null ? { kind: 'invalid', reason: 'lot' } : { kind: 'lot', gtin, lot };
  }
  return { kind: 'product', gtin };
}

/** A GTIN-8, -12, -13 or -14 as 14 digits, or null when it is none of them. */
export function normalizeGtin(digits: string): string | null {
  const text = digits.trim();
  return /^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(text) ? text.padStart(14, '0') : null;
}

/** GS1 General Specifications 7.9: weights 3 and 1 from the right, sum to a multiple of ten. */
export function hasValidCheckDigit(gtin14: string): boolean {
  let sum = 0;
  for (let at = 0; at < gtin14.length; at++) sum += Number(gtin14[at]) * (at % 2 === 0 ? 3 : 1);
  return sum % 10 === 0;
}

/** A batch or lot number: up to 20 characters of GS1 set 82. */
export function isLot(text: string): boolean {
  return /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/.test(text);
}

/** The path of a lot's page. */
export function productPath(gtin: string, lot: string): string {
  return `/01/${gtin}/10/${encodeURIComponent(lot)}`;
}

function decodeLot(part: string): string | null {
  try {
    const lot = decodeURIComponent(part);
    return isLot(lot) ? lot : null;
  } catch {
    return null;
  }
}
