import { hasCheckDigit, hasCheckPair } from '../epcis/checkDigit.ts';
import { isDigits } from '../epcis/keyCharacters.ts';
import type { Words } from '../words.ts';
import { couponProblem, offerFileCouponProblem } from './couponTests.ts';
import { isCountryLetters, isCountryNumber, isCurrencyNumber } from './isoCodes.ts';

/** What is wrong with the content of a component, or null. */
export type ContentTest = (text: string) => Words | null;

const when =
  (en: string, zh: string, isRight: (text: string) => boolean): ContentTest =>
  (text) =>
    isRight(text) ? null : { en, zh };

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
  when('it does not begin with a company prefix', '开头不是厂商识别代码', (text) => isDigits(text, start, start + 4));

/** The tests of content that formats name. Of package types (UN/ECE Recommendation 21) only the form is looked at. */
export const contentTests: Readonly<Record<string, ContentTest>> = {
  csum: when('the check digit is wrong', '校验码不正确', (text) => hasCheckDigit(text)),
  csumalpha: when('the pair of check characters is wrong', '校验字符对不正确', hasCheckPair),
  gcppos1: companyPrefix(0),
  gcppos2: companyPrefix(1),
  yymmd0: when('it is no date (YYMMDD)', '不是有效日期（YYMMDD）', isShortDayOrMonth),
  yymmdd: when('it is no date (YYMMDD)', '不是有效日期（YYMMDD）', isShortDay),
  yyyymmdd: when('it is no date (YYYYMMDD)', '不是有效日期（YYYYMMDD）', (text) =>
    isDay(part(text, 0, 4), part(text, 4, 6), part(text, 6, 8)),
  ),
  hh: when('the hour is not 00 to 23', '小时不在 00 至 23 之间', below(24)),
  mi: when('the minute is not 00 to 59', '分钟不在 00 至 59 之间', below(60)),
  ss: when('the second is not 00 to 59', '秒不在 00 至 59 之间', below(60)),
  hhmi: when('it is no time (HHMM)', '不是有效时间（HHMM）', (text) => part(text, 0, 2) < 24 && part(text, 2, 4) < 60),
  iso3166: when('it is no country code (ISO 3166)', '不是国家代码（ISO 3166）', isCountryNumber),
  iso3166999: when(
    'it is no country code (ISO 3166) and not 999',
    '既不是国家代码（ISO 3166），也不是 999',
    (text) => text === '999' || isCountryNumber(text),
  ),
  iso3166alpha2: when(
    'it is no country code of two letters (ISO 3166)',
    '不是两位字母的国家代码（ISO 3166）',
    isCountryLetters,
  ),
  iso4217: when('it is no currency code (ISO 4217)', '不是货币代码（ISO 4217）', isCurrencyNumber),
  iso5218: when('it is not 0, 1, 2 or 9 (ISO 5218)', '不是 0、1、2 或 9（ISO 5218）', (text) => '0129'.includes(text)),
  iban: when('it is no IBAN', '不是国际银行账号（IBAN）', isIban),
  pcenc: when(
    'a percent-encoded character is malformed',
    '百分号编码有误',
    (text) => !/%(?![0-9A-Fa-f]{2})/.test(text),
  ),
  latitude: when('it is no latitude', '不是有效纬度', (text) => Number(text) <= 1_800_000_000),
  longitude: when('it is no longitude', '不是有效经度', (text) => Number(text) <= 3_600_000_000),
  yesno: when('it is not 0 or 1', '不是 0 或 1', (text) => text === '0' || text === '1'),
  hyphen: when('it is not a hyphen', '不是连字符', (text) => text === '-'),
  zero: when('it is not 0', '不是 0', (text) => /^0+$/.test(text)),
  nonzero: when('it is zero', '不能为零', (text) => !/^0+$/.test(text)),
  nozeroprefix: when('it begins with 0', '不能以 0 开头', (text) => text === '0' || !text.startsWith('0')),
  hasnondigit: when('it has no character besides digits', '不能只有数字', (text) => !isDigits(text)),
  winding: when('the direction of winding is not 0, 1 or 9', '卷绕方向不是 0、1 或 9', (text) => '019'.includes(text)),
  pieceoftotal: when('the piece is not one of the total', '件数序号与总件数不符', isPieceOfTotal),
  posinseqslash: when('it is no position in a sequence such as 1/2', '不是序列位置，例如 1/2', isPositionInSequence),
  mediatype: when('it is no medium: 01 to 10 or 80 to 99', '不是媒介代码（01 至 10 或 80 至 99）', isMediaType),
  packagetype: when(
    'it is no package type (UN/ECE Recommendation 21)',
    '不是包装类型代码（UN/ECE 第 21 号建议书）',
    (text) => /^[0-9A-Z]{1,4}$/.test(text),
  ),
  importeridx: when(
    "the importer's index is not a digit, a letter, - or _",
    '进口商索引不是数字、字母、- 或 _',
    (text) => /^[-_0-9A-Za-z]$/.test(text),
  ),
  couponcode: couponProblem,
  couponposoffer: offerFileCouponProblem,
};
