import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/formatTime.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';
import { StatusTag } from '../operator/StatusTag.tsx';
import type { Lineage, LineageEvent } from './api.ts';
import { EventLinks } from './EventLinks.tsx';
import { shortName, useAmount } from './words.ts';

/** Events in the order of time, as one reads them on a phone. */
export function EventList({ lineage, events }: { lineage: Lineage; events: readonly LineageEvent[] }) {
  return (
    <ol className="lineage-events">
      {events.map((event) => (
        <li key={event.hash} className={event.sealed ? 'lineage-event-sealed' : undefined}>
          {event.sealed ? <SealedEvent event={event} /> : <OpenEvent event={event} lineage={lineage} />}
          <EventLinks event={event} />
        </li>
      ))}
    </ol>
  );
}

function SealedEvent({ event }: { event: LineageEvent }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  return (
    <>
      <div className="lineage-event-head">
        <b>{t('sealedStep')}</b>
        <StatusTag status={event.status} />
      </div>
      <p>{t('sealedText', { member: pickText(event.member.name, language) })}</p>
    </>
  );
}

function OpenEvent({ event, lineage }: { event: LineageEvent; lineage: Lineage }) {
  const { t } = useTranslation('lineage');
  const language = useLanguage();
  const words = useWords();
  const amount = useAmount();
  const { bizStep, eventTime = '', eventTimeZoneOffset, place, things = [] } = event;
  const names = new Map(lineage.nodes.map(({ id, name }) => [id, pickText(name, language)]));
  const shown = things.filter(({ key }) => names.has(key)).slice(0, 8);
  return (
    <>
      <div className="lineage-event-head">
        <b>{bizStep ? words.bizStep(bizStep) : t('what')}</b>
        <StatusTag status={event.status} />
      </div>
      <p className="muted">
        {formatDateTime(eventTime, language, eventTimeZoneOffset)} · {pickText(event.member.name, language)}
        {place && ` · ${pickText(place.name, language) ?? shortName(place.id)}`}
      </p>
      <ul className="lineage-things">
        {shown.map(({ key, role, quantity, uom }) => (
          <li key={`${key} ${role}`}>
            {names.get(key) ?? ''} <code>{shortName(key)}</code>
            {quantity !== null && ` ${amount(quantity, uom)}`}
          </li>
        ))}
        {things.length > shown.length && <li>…</li>}
      </ul>
    </>
  );
}
