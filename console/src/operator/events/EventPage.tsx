import '../../verify/verify.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { readEvents, textOf } from '../../api/epcis.ts';
import { getEvent } from '../../api/getEvent.ts';
import { EventPhotos } from '../../field/photos/EventPhotos.tsx';
import { useWords } from '../../i18n/useWords.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { EventEvidence } from './EventEvidence.tsx';
import { EventFields } from './EventFields.tsx';

/** One event: its fields in words, its evidence, and its JSON. */
export function EventPage() {
  const { t } = useTranslation('events');
  const words = useWords();
  const { eventID } = useParams({ from: '/events/$eventID' });
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['event', eventID],
    queryFn: ({ signal }) => getEvent(eventID, signal),
  });
  const [event] = readEvents(data);
  const bizStep = event && textOf(event, 'bizStep');
  return (
    <>
      <Link to="/events" className="back">
        ← {t('detail.back')}
      </Link>
      <PageHead title={bizStep ? words.bizStep(bizStep) : t('detail.title')} />
      {isPending && <Skeleton active />}
      {error && <Problem error={error} onRetry={refetch} />}
      {data !== undefined && event === undefined && (
        <Problem error={new Error(t('detail.notFound'))} onRetry={refetch} />
      )}
      {event && (
        <div className="stack">
          <EventEvidence document={data} eventID={eventID} />
          <Card title={t('detail.fields')}>
            <EventFields event={event} />
          </Card>
          <EventPhotos event={event} />
          <Card>
            <details className="raw">
              <summary>{t('detail.raw')}</summary>
              <pre>{JSON.stringify(event, null, 2)}</pre>
            </details>
          </Card>
        </div>
      )}
    </>
  );
}
