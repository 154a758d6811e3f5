import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Empty, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EpcisEvent, epcsOf, idOf, textOf } from '../../api/epcis.ts';
import { listEvents } from '../../api/listEvents.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { shortenIdentifier } from '../../format/shorten.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { itemLists } from './itemLists.ts';

/** The captured events, a page at a time. */
export function EventsPage() {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const words = useWords();
  // The tokens of the pages that led here; the last is this page's.
  const [tokens, setTokens] = useState<(string | null)[]>([null]);
  const token = tokens.at(-1) ?? null;
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['events', token],
    queryFn: ({ signal }) => listEvents(token, signal),
    placeholderData: keepPreviousData,
  });
  const time = (event: EpcisEvent) =>
    formatDateTime(textOf(event, 'eventTime') ?? '', language, textOf(event, 'eventTimeZoneOffset') ?? undefined);
  const step = (event: EpcisEvent) => {
    const bizStep = textOf(event, 'bizStep');
    const name = bizStep === null ? t('noStep') : words.bizStep(bizStep);
    const eventID = textOf(event, 'eventID');
    return eventID === null ? (
      name
    ) : (
      <Link to="/events/$eventID" params={{ eventID }} data-testid="event-link">
        {name}
      </Link>
    );
  };
  const items = (event: EpcisEvent) => {
    const [first, ...more] = epcsOf(event, itemLists);
    if (first === undefined) return textOf(event, 'parentID') ?? '—';
    return (
      <span className="items">
        <code>{shortenIdentifier(first)}</code>
        {more.length > 0 && <small> {t('more', { count: more.length })}</small>}
      </span>
    );
  };
  const place = (event: EpcisEvent) => shortenIdentifier(idOf(event, 'bizLocation') ?? idOf(event, 'readPoint') ?? '—');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Card>
        {error && !data ? (
          <Problem error={error} onRetry={refetch} />
        ) : (
          <>
            <Table<EpcisEvent>
              rowKey={(event) => textOf(event, 'eventID') ?? JSON.stringify(event)}
              dataSource={data?.items ?? []}
              loading={isPending || isPlaceholderData}
              pagination={false}
              scroll={{ x: 'max-content' }}
              locale={{ emptyText: <Empty description={`${t('empty')} ${t('emptyText')}`} /> }}
              columns={[
                { title: t('columns.time'), key: 'time', render: (_, event) => time(event) },
                { title: t('columns.step'), key: 'step', render: (_, event) => step(event) },
                {
                  title: t('columns.type'),
                  key: 'type',
                  render: (_, event) => words.eventType(textOf(event, 'type') ?? ''),
                },
                { title: t('columns.items'), key: 'items', render: (_, event) => items(event) },
                { title: t('columns.place'), key: 'place', render: (_, event) => <code>{place(event)}</code> },
              ]}
            />
            <div className="pager">
              <Button disabled={tokens.length < 2} onClick={() => setTokens(tokens.slice(0, -1))}>
                ← {t('newer')}
              </Button>
              <Button
                disabled={!data?.nextPageToken || isPlaceholderData}
                onClick={() => data?.nextPageToken && setTokens([...tokens, data.nextPageToken])}
              >
                {t('older')} →
              </Button>
            </div>
          </>
        )}
      </Card>
    </>
  );
}
