import type { Validity } from './dataset.ts';

/** GB 11643-1999, section 4: weights of the first 17 digits, and the check character of each remainder. */
const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const citizenChecks = '10X98765432';
/** GB 32100-2015, section 4: digits and letters without I, O, S, V, Z, and powers of 3 modulo 31. */
const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

function isCitizenNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const day = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const at = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || !at.toISOString().startsWith(day)) return false;
  const sum = citizenWeights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return citizenChecks[sum % 11] === text[17];
}

function isCreditCode(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RT-UW-Y]{2}\d{6}[0-9A-HJ-NP-RT-UW-Y]{10}$/.test(text)) return false;
  const sum = creditWeights.reduce(
    (total, weight, index) => total + weight * creditCharacters.indexOf(text[index] ?? ''),
    0,
  );
  return creditCharacters[(31 - (sum % 31)) % 31] === text[17];
}

function isUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ['http:', 'https:'].includes(url.protocol);
}

/** Well-known forms of values, check digits included. */
export const knownFormats: Readonly<Record<NonNullable<Validity['format']>, (text: string) => boolean>> = {
  citizenNumber: isCitizenNumber,
  creditCode: isCreditCode,
  regionCode: (text) => /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/.test(text),
  mobile: (text) => /^1[3-9]\d{9}$/.test(text),
  email: (text) => text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text),
  url: isUrl,
};
