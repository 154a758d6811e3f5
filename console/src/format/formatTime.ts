import type { Language } from '../i18n/language.ts';

/** Local date and time of an ISO 8601 instant, in the reader's language; `zone` is a UTC offset like `+08:00`. */
export function formatDateTime(iso: string, language: Language, zone?: string): string {
  return format(iso, language, { dateStyle: 'medium', timeStyle: 'short' }, zone);
}

/** Local date of an ISO 8601 instant. */
export function formatDate(iso: string, language: Language, zone?: string): string {
  return format(iso, language, { dateStyle: 'long' }, zone);
}

/** Local hour and minute of an ISO 8601 instant. */
export function formatClock(iso: string, language: Language, zone?: string): string {
  return format(iso, language, { hour: '2-digit', minute: '2-digit', hour12: false }, zone);
}

/** Time to the second, for blocks that come several times a second. */
export function formatSeconds(epochSeconds: number, language: Language): string {
  const at = new Date(epochSeconds * 1000);
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium', hour12: false }).format(at);
}

function format(iso: string, language: Language, options: Intl.DateTimeFormatOptions, zone?: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  const zoned = zone !== undefined && /^[+-]\d\d:\d\d$/.test(zone) ? { ...options, timeZone: zone } : options;
  try {
    return new Intl.DateTimeFormat(language, zoned).format(at);
  } catch {
    // Browsers from before 2024 do not take an offset as a time zone: show the reader's own zone.
    return new Intl.DateTimeFormat(language, options).format(at);
  }
}
