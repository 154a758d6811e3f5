/** How the identifiers of people and organisations are written, so that both sides write them alike. */
export const identifierKinds = ['exact', 'text', 'citizenNumber', 'creditCode', 'mobile'] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Longer ones are no identifiers. */
const maxLength = 200;

const citizenWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const citizenChecks = '10X98765432';
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The last character of a resident's number, GB 11643-1999 (ISO 7064 MOD 11-2). */
function citizenCheck(first17: string): string {
  const sum = citizenWeights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return citizenChecks[sum % 11] ?? '';
}

function normaliseCitizenNumber(text: string): string | null {
  const number = text.replace(/[\s-]/g, '').toUpperCase();
  // Numbers of 15 digits were given out until 1999, to people born in the 20th century.
  const long = /^\d{15}$/.test(number) ? `${number.slice(0, 6)}19${number.slice(6)}` : number.slice(0, 17);
  if (!/^\d{17}$/.test(long) || (number.length !== 15 && number.length !== 18)) return null;
  const full = `${long}${citizenCheck(long)}`;
  return number.length === 18 && number !== full ? null : full;
}

/** The unified social credit code, GB 32100-2015 (MOD 31-3). */
function normaliseCreditCode(text: string): string | null {
  const code = text.replace(/[\s-]/g, '').toUpperCase();
  if (code.length !== 18) return null;
  const values = [...code].map((character) => creditAlphabet.indexOf(character));
  if (values.includes(-1)) return null;
  const sum = creditWeights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0);
  return (31 - (sum % 31)) % 31 === values[17] ? code : null;
}

function normaliseMobile(text: string): string | null {
  const digits = text.replace(/[\s()-]/g, '').replace(/^(?:\+?86|0086)(?=1\d{10}$)/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : null;
}

/**
 * One writing for all writings of an identifier: full-width characters become plain ones, numbers lose their spaces and are
 * checked, other texts lose case and superfluous spaces. Null when it is none of its kind.
 */
export function normaliseIdentifier(kind: IdentifierKind, text: string): string | null {
  if (text.length === 0 || text.length > maxLength || text.includes('\0')) return null;
  if (kind === 'exact') return text;
  const plain = text.normalize('NFKC').trim();
  if (kind === 'citizenNumber') return normaliseCitizenNumber(plain);
  if (kind === 'creditCode') return normaliseCreditCode(plain);
  if (kind === 'mobile') return normaliseMobile(plain);
  const words = plain.replace(/\s+/g, ' ').toUpperCase();
  return words === '' ? null : words;
}

/** Writings of a normalised identifier that sources are known to hold, for a look-up by index. */
export function writingsOf(kind: IdentifierKind, normalised: string): string[] {
  if (kind === 'citizenNumber') {
    const short = normalised.slice(6, 8) === '19' ? [`${normalised.slice(0, 6)}${normalised.slice(8, 17)}`] : [];
    return [...new Set([normalised, normalised.toLowerCase(), ...short])];
  }
  if (kind === 'mobile') return [normalised, `+86${normalised}`, `86${normalised}`];
  if (kind === 'creditCode' || kind === 'text') return [...new Set([normalised, normalised.toLowerCase()])];
  return [normalised];
}
