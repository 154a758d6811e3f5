import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { listProposals } from '../api/proposals.ts';
import { MorePages } from '../parts/MorePages.tsx';
import { usePages } from '../parts/usePages.ts';
import { ProposalLine } from '../proposals/ProposalLine.tsx';

/** What a member proposed. */
export function MemberProposals({ slug }: { slug: string }) {
  const { t } = useTranslation('governance');
  const proposals = usePages(['proposals-of', slug], (nextPageToken, signal) =>
    listProposals({ member: slug, perPage: 20, nextPageToken }, signal),
  );
  return (
    <Card title={t('member.proposals')} loading={proposals.isPending}>
      {proposals.error && !proposals.items && <Problem error={proposals.error} onRetry={proposals.refetch} />}
      {proposals.items?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('member.noProposals')} />
      )}
      <ul className="proposal-list">
        {proposals.items?.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} />
        ))}
      </ul>
      <MorePages query={proposals} />
    </Card>
  );
}
