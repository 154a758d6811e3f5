import '../lineage.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Empty, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { shortName } from '../words.ts';
import { listRecalls, type RecallSummary } from './api.ts';

/** The recalls that concern the own organisation; those that wait for its answer come to the eye first. */
export function RecallsPage() {
  const { t } = useTranslation('recalls');
  const { data: session } = useQuery(sessionQuery);
  const { data, error, hasNextPage, fetchNextPage, isFetching, refetch } = useInfiniteQuery({
    queryKey: ['recalls'],
    queryFn: ({ signal, pageParam }) => listRecalls(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextPageToken,
    enabled: Boolean(session?.principal),
  });
  const recalls = data?.pages.flatMap((page) => page.recalls);
  const waiting = data?.pages[0]?.waiting ?? 0;
  const start = may(session, 'trace:recall') && (
    <Link to="/recalls/new" search={{ epc: '' }}>
      <Button type="primary">{t('start')}</Button>
    </Link>
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} actions={start} />
      <div className="stack">
        {session && !session.principal && <Alert type="info" showIcon title={t('signIn')} />}
        {error && <Problem error={error} onRetry={refetch} />}
        {waiting > 0 && (
          <Alert type="warning" showIcon title={t('waiting', { count: waiting })} description={t('waitingHint')} />
        )}
        {isFetching && !data && <Skeleton active />}
        {recalls && (
          <Card>
            {recalls.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
            <ul className="recall-list">
              {recalls.map((recall) => (
                <Line key={recall.id} recall={recall} />
              ))}
            </ul>
            {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('more')}</Button>}
          </Card>
        )}
      </div>
    </>
  );
}

function Line({ recall }: { recall: RecallSummary }) {
  const { t } = useTranslation('recalls');
  const language = useLanguage();
  const { id, things, own, state, mock, answered, holders, member, startedAt, reason } = recall;
  const waits = state === 'open' && own !== null && own.answeredAt === null;
  return (
    <li>
      <Link to="/recalls/$id" params={{ id }}>
        <b>{things.map(({ id: key, name }) => pickText(name, language) ?? shortName(key)).join(' · ')}</b>
      </Link>
      {mock && <span className="chip">{t('mock')}</span>}
      <span className="chip">{t(`state.${state}`)}</span>
      {waits && <span className="chip recall-waiting">{t('noAnswer')}</span>}
      <span className="muted">{t('progress', { answered, holders })}</span>
      <p>{reason}</p>
      <p className="muted">
        {t('mine', { member: pickText(member.name, language) })} · {formatDateTime(startedAt, language)}
      </p>
    </li>
  );
}
