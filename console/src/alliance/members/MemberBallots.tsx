import { Link } from '@tanstack/react-router';
import { Card, Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { shorten } from '../../format/shorten.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../../operator/Problem.tsx';
import { listMemberBallots, type MemberBallot } from '../api/members.ts';
import { MorePages } from '../parts/MorePages.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { usePages } from '../parts/usePages.ts';

/** What a member voted, each ballot with the transaction that shows it. */
export function MemberBallots({ slug }: { slug: string }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const ballots = usePages(['ballots-of', slug], (nextPageToken, signal) =>
    listMemberBallots(slug, { perPage: 20, nextPageToken }, signal),
  );
  return (
    <Card title={t('member.ballots')} data-testid="member-ballots">
      {ballots.error && !ballots.items ? (
        <Problem error={ballots.error} onRetry={ballots.refetch} />
      ) : (
        <Table<MemberBallot>
          rowKey={({ proposal }) => proposal.id}
          dataSource={ballots.items ?? []}
          loading={ballots.isPending}
          pagination={false}
          size="middle"
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('member.noBallots')} /> }}
          columns={[
            {
              title: t('member.votedOn'),
              key: 'proposal',
              render: (_, { proposal: { id, title } }) => (
                <Link to="/alliance/proposals/$id" params={{ id }} preload={false}>
                  {pickText(title, language) ?? t('proposal.untitled', { id: shorten(id) })}
                </Link>
              ),
            },
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
            { title: t('ballots.proof'), key: 'proof', render: (_, { place }) => <PlaceLine place={place} /> },
          ]}
        />
      )}
      <MorePages query={ballots} />
    </Card>
  );
}
