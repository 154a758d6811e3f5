import type { Language } from '../i18n/language.ts';

/** An integer or decimal with the language's grouping; `—` when the value is not known. */
export function formatNumber(value: number | null | undefined, language: Language, digits = 0): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return '—';
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** Bytes in the largest binary unit that keeps the number at 1 or more: `1.5 GiB`. */
export function formatBytes(bytes: number | null | undefined, language: Language): string {
  if (bytes === null || bytes === undefined || !Number.isFinite(bytes)) return '—';
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  return `${formatNumber(bytes / 1024 ** step, language, step < 2 ? 0 : 1)} ${units[step]}`;
}

/** A wei amount (decimal string) as whole coins with up to four decimals, rounded down, without floating point. */
export function formatCoins(wei: string, language: Language): string {
  if (!/^\d+$/.test(wei)) return '—';
  const unit = 10n ** 18n;
  const value = BigInt(wei);
  const decimals = ((value % unit) / 10n ** 14n).toString().padStart(4, '0').replace(/0+$/, '');
  const whole = new Intl.NumberFormat(language).format(value / unit);
  return decimals === '' ? whole : `${whole}.${decimals}`;
}
