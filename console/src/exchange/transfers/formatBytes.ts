import type { Language } from '../../i18n/language.ts';

const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** A number of bytes in the unit that suits it. */
export function formatBytes(bytes: number, language: Language): string {
  const at = Math.min(units.length - 1, bytes < 1_000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1_000 ** at);
  return `${value} ${units[at]}`;
}
