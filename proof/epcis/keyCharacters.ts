// One entry an ASCII code: whether a GS1 key may hold the character, and how a Digital Link path writes it.
const ALLOWED_82 = new Uint8Array(128);
const ALLOWED_39 = new Uint8Array(128);
const PLAIN = new Uint8Array(128);
const ENCODED: string[] = [];

function markCharacters(table: Uint8Array, characters: string): void {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = 1;
}

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
markCharacters(ALLOWED_82, `!"%&'()*+,-./${DIGITS}:;<=>?${CAPITALS}_${CAPITALS.toLowerCase()}`);
markCharacters(ALLOWED_39, `#-/${DIGITS}${CAPITALS}`);
// GS1 Digital Link 1.2, table 7-1 lists what must be percent-encoded; these are the characters of the sets that need not.
markCharacters(PLAIN, `'-.;=_${DIGITS}${CAPITALS}${CAPITALS.toLowerCase()}`);
for (let code = 0; code < 128; code++) {
  ENCODED.push(PLAIN[code] ? String.fromCharCode(code) : `%${code.toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The sets of characters that alphanumeric keys are made of: `x` is GS1 character set 82, `y` is set 39. */
export type KeyCharacterSet = 'x' | 'y';

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** True when `[start, end)` of `text` is made of decimal digits only. */
export function isDigits(text: string, start = 0, end = text.length): boolean {
  if (end > text.length) return false;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Percent-decodes ASCII; null when an escape is malformed or a character lies outside ASCII. */
export function decodeKeyText(text: string): string | null {
  if (!text.includes('%')) return text;
  let decoded = '';
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== '%') {
      decoded += text[i];
      continue;
    }
    const high = hexValue(text.charCodeAt(i + 1));
    const low = hexValue(text.charCodeAt(i + 2));
    if (high < 0 || high > 7 || low < 0) return null;
    decoded += String.fromCharCode(high * 16 + low);
    i += 2;
  }
  return decoded;
}

/** True when the decoded `text` from `start` on has 1 to `maxLength` characters, all of the set. */
export function isKeyText(text: string, set: KeyCharacterSet, maxLength: number, start = 0): boolean {
  const length = text.length - start;
  if (length < 1 || length > maxLength) return false;
  const allowed = set === 'x' ? ALLOWED_82 : ALLOWED_39;
  for (let i = start; i < text.length; i++) {
    if (allowed[text.charCodeAt(i)] !== 1) return false;
  }
  return true;
}

/** Decoded key text as a canonical Digital Link path writes it. */
export function encodeKeyText(text: string): string {
  for (let i = 0; i < text.length; i++) {
    if (PLAIN[text.charCodeAt(i)] === 1) continue;
    let encoded = text.slice(0, i);
    for (; i < text.length; i++) encoded += ENCODED[text.charCodeAt(i)] ?? '';
    return encoded;
  }
  return text;
}
