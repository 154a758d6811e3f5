import type { Language } from '../../i18n/language.ts';

/** Fen (decimal digits) as yuan, exactly: `1,234.50`. */
export function formatYuan(fen: string, language: Language): string {
  const value = BigInt(fen);
  const cents = (value % 100n).toString().padStart(2, '0');
  const whole = new Intl.NumberFormat(language).format(value / 100n);
  return cents === '00' ? whole : `${whole}.${cents}`;
}

/** Fen as yuan in the units of speech: `50 亿`, `5 billion`; for figures that are compared, not accounted. */
export function formatYuanShort(fen: string, language: Language): string {
  const yuan = Number(BigInt(fen)) / 100;
  return new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: language === 'en' ? 'long' : 'short',
    maximumFractionDigits: 2,
  }).format(yuan);
}

/** What a person writes as yuan, such as `1,234.5`, in fen; null when it is no amount above zero with at most two decimals. */
export function parseYuan(text: string): string | null {
  const match = /^\s*([0-9][0-9,\s]*)(?:\.([0-9]{1,2}))?\s*$/.exec(text);
  if (!match) return null;
  const whole = (match[1] ?? '').replaceAll(/[,\s]/g, '');
  const fen = BigInt(whole) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'));
  return fen > 0n && fen < 10n ** 18n ? fen.toString() : null;
}
