import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Card, Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { inLanguage } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../../operator/Problem.tsx';
import { type Ballot, listBallots } from '../api/proposals.ts';
import type { Failure } from '../api/types.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { MorePages } from '../parts/MorePages.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';

/** Who voted what, each with the transaction that shows it. */
export function BallotsCard({ id }: { id: string }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const ballots = useInfiniteQuery({
    queryKey: ['alliance', 'ballots', id],
    queryFn: ({ pageParam, signal }) => listBallots(id, { nextPageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    refetchInterval: 5_000,
  });
  return (
    <Card title={t('ballots.title')}>
      {ballots.error && !ballots.data ? (
        <Problem error={ballots.error} onRetry={ballots.refetch} />
      ) : (
        <Table<Ballot>
          rowKey={({ voter, state }) => `${voter.id}${state}`}
          dataSource={ballots.data?.pages.flatMap(({ items }) => items) ?? []}
          loading={ballots.isPending}
          pagination={false}
          size="middle"
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ballots.empty')} /> }}
          columns={[
            { title: t('ballots.member'), key: 'member', render: (_, { voter }) => <MemberName member={voter} /> },
            {
              title: t('ballots.choice'),
              key: 'choice',
              render: (_, { support }) => (
                <span className={`chip chip-vote-${support}`}>{t(`support.${support}`)}</span>
              ),
            },
            {
              title: t('ballots.weight'),
              key: 'weight',
              align: 'end',
              render: (_, { weight }) => formatNumber(Number(weight), language),
            },
            {
              title: t('ballots.proof'),
              key: 'proof',
              render: (_, { place, state, failure }) =>
                place ? (
                  <PlaceLine place={place} />
                ) : state === 'failed' ? (
                  <FailedBallot failure={failure} />
                ) : (
                  <span className="chip chip-pending">{t('ballots.onTheWay')}</span>
                ),
            },
          ]}
        />
      )}
      <MorePages query={ballots} />
    </Card>
  );
}

function FailedBallot({ failure }: { failure: Failure | null }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const words = failure && inLanguage(failure, language);
  return <Alert type="error" title={words?.reason ?? t('action.failed')} description={words?.nextStep} />;
}
