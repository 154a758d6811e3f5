import { useLanguage } from '../../i18n/useLanguage.ts';

/** An instant in the reader's own time, with UTC on hover; `short` leaves the year out of today's instants. */
export function Time({ at }: { at: string }) {
  const language = useLanguage();
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return <>{at}</>;
  const text = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', hour12: false }).format(
    instant,
  );
  return (
    <time
      dateTime={instant.toISOString()}
      title={`${instant
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '')} UTC`}
    >
      {text}
    </time>
  );
}
