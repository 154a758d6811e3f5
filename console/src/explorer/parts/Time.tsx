import { useLanguage } from '../../i18n/useLanguage.ts';

interface TimeProps {
  /** ISO 8601. */
  at: string;
  /** Name the time zone, for what is printed and read elsewhere. */
  withZone?: boolean;
}

/** An instant in the reader's own time, with UTC on hover. */
export function Time({ at, withZone = false }: TimeProps) {
  const language = useLanguage();
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <>{at}</>;
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hour12: false }).format(
    instant,
  );
  return (
    <time dateTime={instant.toISOString()} title={`${instant.toISOString().replace('T', ' ').slice(0, 19)} UTC`}>
      {text}
      {withZone && ` ${zoneOf(instant)}`}
    </time>
  );
}

/** Offset of the reader's zone from UTC at an instant: `UTC+08:00`. */
function zoneOf(instant: Date): string {
  const minutes = -instant.getTimezoneOffset();
  const pad = (value: number) => String(value).padStart(2, '0');
  const size = Math.abs(minutes);
  return `UTC${minutes < 0 ? '−' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
