import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { listProposals } from '../api/proposals.ts';
import { usePages } from '../parts/usePages.ts';
import { ProposalLine } from '../proposals/ProposalLine.tsx';

/** The newest proposals to admit somebody: where an applicant looks for its own. */
export function ProposalsAboutUs({ slug }: { slug: string }) {
  const { t } = useTranslation('governance');
  const proposals = usePages(['about', slug], (_, signal) => listProposals({ type: 'admit', perPage: 10 }, signal));
  return (
    <Card title={t('apply.admissions')} loading={proposals.isPending}>
      {proposals.items?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('apply.noAdmissions')} />
      )}
      <ul className="proposal-list">
        {proposals.items?.map((proposal) => (
          <ProposalLine key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </Card>
  );
}
