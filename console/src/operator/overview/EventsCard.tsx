import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Problem } from '../Problem.tsx';
import { traceStatsQuery } from '../queries.ts';
import { StatusTag } from '../StatusTag.tsx';
import { useMemberNames } from '../useMemberNames.ts';
import { Figure } from './Figure.tsx';

/** How many events were captured, and the last ones. */
export function EventsCard() {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const words = useWords();
  const memberName = useMemberNames();
  const { data, error, isPending, refetch } = useQuery(traceStatsQuery);
  return (
    <Card title={t('recent')} extra={<Link to="/events">{t('all')}</Link>} loading={isPending}>
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {data && (
        <>
          <dl className="figures">
            <Figure name={t('captured')} big>
              <span data-testid="events-total">{formatNumber(data.events, language)}</span>
            </Figure>
            <Figure name={t('captures')} big>
              {formatNumber(data.captures, language)}
            </Figure>
          </dl>
          {data.recent.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={`${t('empty')} ${t('emptyText')}`} />
          ) : (
            <ul className="recent">
              {data.recent.slice(0, 8).map((event) => (
                <li key={event.eventID}>
                  <Link to="/events/$eventID" params={{ eventID: event.eventID }}>
                    <b>{event.bizStep ? words.bizStep(event.bizStep) : words.eventType(event.type)}</b>
                    <small>
                      {formatDateTime(event.eventTime, language, event.eventTimeZoneOffset)} ·{' '}
                      {memberName(event.member)}
                    </small>
                  </Link>
                  <StatusTag status={event.status} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  );
}
