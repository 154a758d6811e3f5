import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type EpcisEvent, epcsOf, idOf, textOf } from '../../api/epcis.ts';
import { isRecord } from '../../api/problem.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { shortenIdentifier } from '../../format/shorten.ts';
import { type Language, pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { parseProductPath, productPath } from '../../links/parseProductPath.ts';

const notePattern = /:note(Zh|En)$/;
const shown = new Set(
  `eventID eventTime eventTimeZoneOffset recordTime type action bizStep disposition readPoint bizLocation epcList
   quantityList childEPCs childQuantityList inputEPCList inputQuantityList outputEPCList outputQuantityList parentID
   bizTransactionList certificationInfo sourceList destinationList @context`.split(/\s+/),
);

/** The fields of an event in words; what the standard does not name comes last, as JSON. */
export function EventFields({ event }: { event: EpcisEvent }) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const words = useWords();
  const text = (name: string) => textOf(event, name);
  const zone = text('eventTimeZoneOffset') ?? undefined;
  const rows: [string, ReactNode][] = [];
  const add = (name: string, value: ReactNode) => {
    if (value !== null && value !== undefined && value !== '') rows.push([name, value]);
  };
  const code = (id: string | null) => id && <code>{id}</code>;
  const things = (...names: string[]) => {
    const ids = epcsOf(event, names);
    return ids.length === 0 ? null : ids.map((id) => <Thing key={id} id={id} />);
  };
  const action = text('action');
  const type = text('type');
  add(t('field.eventTime'), formatDateTime(text('eventTime') ?? '—', language, zone));
  add(t('field.type'), type && words.eventType(type));
  add(t('field.bizStep'), text('bizStep') && words.bizStep(text('bizStep') ?? ''));
  add(t('field.note'), readNote(event, language));
  add(t('field.disposition'), text('disposition') && words.disposition(text('disposition') ?? ''));
  add(
    t('field.action'),
    action === 'ADD' || action === 'OBSERVE' || action === 'DELETE' ? t(`action.${action}`) : action,
  );
  add(t('field.readPoint'), code(idOf(event, 'readPoint')));
  add(t('field.bizLocation'), code(idOf(event, 'bizLocation')));
  add(t('field.parent'), code(text('parentID')));
  add(t('field.inputs'), things('inputEPCList', 'inputQuantityList'));
  add(t('field.outputs'), things('outputEPCList', 'outputQuantityList'));
  add(t('field.epcs'), things('epcList', 'quantityList', 'childEPCs', 'childQuantityList'));
  add(t('field.documents'), entries(event.bizTransactionList, 'bizTransaction'));
  add(t('field.sources'), entries(event.sourceList, 'source'));
  add(t('field.destinations'), entries(event.destinationList, 'destination'));
  add(t('field.certificates'), entries(event.certificationInfo, 'id'));
  add(t('field.recordTime'), text('recordTime') && formatDateTime(text('recordTime') ?? '', language));
  add(t('field.eventID'), code(text('eventID')));
  const others = Object.entries(event).filter(([name]) => !shown.has(name) && !notePattern.test(name));
  if (others.length > 0) add(t('field.other'), <pre>{JSON.stringify(Object.fromEntries(others), null, 2)}</pre>);
  return (
    <dl className="rows rows-wide">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The event's note in the reader's language, from the platform's extension whatever its prefix. */
function readNote(event: EpcisEvent, language: Language): string | null {
  const read = (suffix: string) => textOf(event, Object.keys(event).find((name) => name.endsWith(suffix)) ?? '') ?? '';
  return pickText({ zh: read(':noteZh'), en: read(':noteEn') }, language);
}

function Thing({ id }: { id: string }) {
  const path = /^https?:\/\/[^/]+(\/01\/.+)$/.exec(id)?.[1];
  const product = path === undefined ? null : parseProductPath(path);
  const name = <code>{shortenIdentifier(id)}</code>;
  return product?.kind === 'lot' ? <a href={productPath(product.gtin, product.lot)}>{name}</a> : name;
}

function entries(list: unknown, field: string): ReactNode {
  const items = Array.isArray(list) ? list : typeof list === 'string' ? [list] : [];
  if (items.length === 0) return null;
  return items.map((item: unknown) => {
    const id = typeof item === 'string' ? item : isRecord(item) ? String(item[field] ?? '') : '';
    return <code key={id}>{id}</code>;
  });
}
