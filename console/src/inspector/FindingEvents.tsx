import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readEvents, textOf } from '../api/epcis.ts';
import { getEvent } from '../api/getEvent.ts';
import { formatDateTime } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { useWords } from '../i18n/useWords.ts';

const step = 10;

/** The events that a finding is about, each with the way to its page and proof. */
export function FindingEvents({ hashes }: { hashes: string[] }) {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const words = useWords();
  const [shown, setShown] = useState(step);
  const some = hashes.slice(0, shown);
  const events = useQueries({
    queries: some.map((hash) => ({
      queryKey: ['event', hash],
      queryFn: ({ signal }: { signal: AbortSignal }) => getEvent(hash, signal),
      staleTime: 60_000,
    })),
  });
  return (
    <Card title={t('finding.events', { count: hashes.length })}>
      <ul className="inspector-things" data-testid="finding-events">
        {some.map((hash, at) => {
          const [event] = readEvents(events[at]?.data);
          const bizStep = event && textOf(event, 'bizStep');
          const time = event && textOf(event, 'eventTime');
          return (
            <li key={hash}>
              <Link to="/events/$eventID" params={{ eventID: hash }}>
                {bizStep ? words.bizStep(bizStep) : event ? words.eventType(textOf(event, 'type') ?? '') : '…'}
              </Link>
              {time && <span className="muted"> · {formatDateTime(time, language)}</span>}
            </li>
          );
        })}
      </ul>
      {hashes.length > shown && <Button onClick={() => setShown(shown + step)}>{t('more')}</Button>}
    </Card>
  );
}
