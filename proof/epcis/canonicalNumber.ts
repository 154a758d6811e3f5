const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/**
 * A number without trailing zeros (CBV 2.0, event hash rule 6), in the notation of the published hashes: integers in
 * full and exactly as a 64-bit float holds them, below 1e-4 an exponent of at least two digits.
 */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return Number.isSafeInteger(value) ? String(value) : BigInt(value).toString();
  if (Math.abs(value) >= 1e-4) return String(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e-');
  return `${mantissa}e-${exponent.padStart(2, '0')}`;
}

/** True when `text` is a decimal number: an optional sign, digits with at most one point, an optional exponent. */
function isDecimal(text: string): boolean {
  let i = 0;
  let digits = 0;
  let points = 0;
  const first = text.charCodeAt(0);
  if (first === PLUS || first === MINUS) i++;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) digits++;
    else if (code === POINT && points === 0) points++;
    else break;
  }
  if (digits === 0 || i === text.length) return digits > 0;
  if (text[i] !== 'e' && text[i] !== 'E') return false;
  i++;
  const sign = text.charCodeAt(i);
  if (sign === PLUS || sign === MINUS) i++;
  if (i === text.length) return false;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < ZERO || code > NINE) return false;
  }
  return true;
}

/** The canonical form of text that is a number, or null when it is none. Every numeric text counts, quoted or not. */
export function canonicalNumber(text: string): string | null {
  const first = text.charCodeAt(0);
  if (first > NINE || first < PLUS || !isDecimal(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? formatNumber(value) : null;
}
