import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { listProposals } from '../api/proposals.ts';
import { usePages } from '../parts/usePages.ts';
import { ProposalLine } from '../proposals/ProposalLine.tsx';

/** The last things that members proposed. */
export function NewestProposals() {
  const { t } = useTranslation('governance');
  const proposals = usePages(['newest'], (_, signal) => listProposals({ perPage: 5 }, signal));
  return (
    <Card
      title={t('home.newest')}
      className="card-wide"
      loading={proposals.isPending}
      extra={<Link to="/alliance/proposals">{t('home.toProposals')}</Link>}
    >
      {proposals.error && !proposals.items && <Problem error={proposals.error} onRetry={proposals.refetch} />}
      {proposals.items?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('proposals.empty')} />
      )}
      <ul className="proposal-list">
        {proposals.items?.slice(0, 5).map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </Card>
  );
}
