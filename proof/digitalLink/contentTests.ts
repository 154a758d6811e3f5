import { hasCheckDigit, hasCheckPair } from '../epcis/checkDigit.ts';
import { isDigits } from '../epcis/keyCharacters.ts';
import { couponProblem, offerFileCouponProblem } from './couponTests.ts';
import { isCountryLetters, isCountryNumber, isCurrencyNumber } from './isoCodes.ts';

/** What is wrong with the content of a component, or null. */
export type ContentTest = (text: string) => string | null;

const when =
  (problem: string, isRight: (text: string) => boolean): ContentTest =>
  (text) =>
    isRight(text) ? null : problem;

/** Days exist in the calendar; two-digit years are taken as 2000 to 2099, whose leap years are those of 1900 and on. */
function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
const part = (text: string, from: number, to: number) => Number(text.slice(from, to));
const isShortDay = (text: string) => isDay(2000 + part(text, 0, 2), part(text, 2, 4), part(text, 4, 6));
/** Day 00 stands for the last day of the month (General Specifications 3.4.2). */
const isShortDayOrMonth = (text: string) => isShortDay(text.endsWith('00') ? `${text.slice(0, 4)}01` : text);
const below = (limit: number) => (text: string) => Number(text) < limit;

/** The check of an IBAN (ISO 13616): the letters as numbers, the first four characters last, 1 modulo 97. */
function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[0-9A-Z]+$/.test(text) || !isCountryLetters(text.slice(0, 2))) return false;
  let rest = 0;
  for (const character of text.slice(4) + text.slice(0, 4)) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
}

function isPieceOfTotal(text: string): boolean {
  const half = text.length / 2;
  const [piece, total] = [Number(text.slice(0, half)), Number(text.slice(half))];
  return piece > 0 && piece <= total;
}

function isPositionInSequence(text: string): boolean {
  const [, position, end] = /^([1-9]\d*)\/([1-9]\d*)$/.exec(text) ?? [];
  return position !== undefined && Number(position) <= Number(end);
}

function isMediaType(text: string): boolean {
  const code = Number(text);
  return (code >= 1 && code <= 10) || (code >= 80 && code <= 99);
}

/** The company prefix has at least four digits; from `start` on, as the first digits of a GTIN or an SSCC are indicators. */
const companyPrefix = (start: number) =>
  when('it does not begin with a company prefix', (text) => isDigits(text, start, start + 4));

/** The tests of content that formats name. Of package types (UN/ECE Recommendation 21) only the form is looked at. */
export const contentTests: Readonly<Record<string, ContentTest>> = {
  csum: when('the check digit is wrong', (text) => hasCheckDigit(text)),
  csumalpha: when('the pair of check characters is wrong', hasCheckPair),
  gcppos1: companyPrefix(0),
  gcppos2: companyPrefix(1),
  yymmd0: when('it is no date (YYMMDD)', isShortDayOrMonth),
  yymmdd: when('it is no date (YYMMDD)', isShortDay),
  yyyymmdd: when('it is no date (YYYYMMDD)', (text) => isDay(part(text, 0, 4), part(text, 4, 6), part(text, 6, 8))),
  hh: when('the hour is not 00 to 23', below(24)),
  mi: when('the minute is not 00 to 59', below(60)),
  ss: when('the second is not 00 to 59', below(60)),
  hhmi: when('it is no time (HHMM)', (text) => part(text, 0, 2) < 24 && part(text, 2, 4) < 60),
  iso3166: when('it is no country code (ISO 3166)', isCountryNumber),
  iso3166999: when('it is no country code (ISO 3166) and not 999', (text) => text === '999' || isCountryNumber(text)),
  iso3166alpha2: when('it is no country code of two letters (ISO 3166)', isCountryLetters),
  iso4217: when('it is no currency code (ISO 4217)', isCurrencyNumber),
  iso5218: when('it is not 0, 1, 2 or 9 (ISO 5218)', (text) => '0129'.includes(text)),
  iban: when('it is no IBAN', isIban),
  pcenc: when('a percent-encoded character is malformed', (text) => !/%(?![0-9A-Fa-f]{2})/.test(text)),
  latitude: when('it is no latitude', (text) => Number(text) <= 1_800_000_000),
  longitude: when('it is no longitude', (text) => Number(text) <= 3_600_000_000),
  yesno: when('it is not 0 or 1', (text) => text === '0' || text === '1'),
  hyphen: when('it is not a hyphen', (text) => text === '-'),
  zero: when('it is not 0', (text) => /^0+$/.test(text)),
  nonzero: when('it is zero', (text) => !/^0+$/.test(text)),
  nozeroprefix: when('it begins with 0', (text) => text === '0' || !text.startsWith('0')),
  hasnondigit: when('it has no character besides digits', (text) => !isDigits(text)),
  winding: when('the direction of winding is not 0, 1 or 9', (text) => '019'.includes(text)),
  pieceoftotal: when('the piece is not one of the total', isPieceOfTotal),
  posinseqslash: when('it is no position in a sequence such as 1/2', isPositionInSequence),
  mediatype: when('it is no medium: 01 to 10 or 80 to 99', isMediaType),
  packagetype: when('it is no package type (UN/ECE Recommendation 21)', (text) => /^[0-9A-Z]{1,4}$/.test(text)),
  importeridx: when("the importer's index is not a digit, a letter, - or _", (text) => /^[-_0-9A-Za-z]$/.test(text)),
  couponcode: couponProblem,
  couponposoffer: offerFileCouponProblem,
};
