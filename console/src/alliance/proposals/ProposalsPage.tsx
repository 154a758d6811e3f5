import '../alliance.css';
import '../../explorer/explorer.css';
import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Empty, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { listProposals, proposalStates, proposalTypes } from '../api/proposals.ts';
import { MorePages } from '../parts/MorePages.tsx';
import { usePages } from '../parts/usePages.ts';
import type { ProposalsSearch } from '../searches.ts';
import { ProposalLine } from './ProposalLine.tsx';

/** What the members decide and decided. */
export function ProposalsPage() {
  const { t } = useTranslation('governance');
  const navigate = useNavigate();
  const { data: session } = useQuery(sessionQuery);
  const search = useSearch({ from: '/alliance/proposals' });
  const { state, type, member } = search;
  const proposals = usePages(['proposals', state ?? '', type ?? '', member ?? ''], (nextPageToken, signal) =>
    listProposals({ state, type, member, perPage: 30, nextPageToken }, signal),
  );
  const show = (change: { [Name in keyof ProposalsSearch]: ProposalsSearch[Name] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value));
    void navigate({ to: '/alliance/proposals', search: next as ProposalsSearch, resetScroll: false });
  };
  return (
    <>
      <PageHead
        title={t('proposals.title')}
        lead={t('proposals.lead')}
        actions={
          may(session, 'proposal:create') && (
            <Link to="/alliance/proposals/new" search={{}}>
              <Button type="primary" size="large" icon={<PlusOutlined />} tabIndex={-1} data-testid="new-proposal">
                {t('proposals.new')}
              </Button>
            </Link>
          )
        }
      />
      <Card>
        <div className="alliance-filters">
          <Select
            allowClear
            value={state ?? null}
            placeholder={t('proposals.anyState')}
            aria-label={t('proposal.state')}
            onChange={(value) => show({ state: value ?? undefined })}
            options={proposalStates.map((value) => ({ value, label: t(`state.${value}`) }))}
          />
          <Select
            allowClear
            value={type ?? null}
            placeholder={t('proposals.anyType')}
            aria-label={t('proposal.type')}
            onChange={(value) => show({ type: value ?? undefined })}
            options={proposalTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          />
        </div>
        {proposals.error && !proposals.items && <Problem error={proposals.error} onRetry={proposals.refetch} />}
        {proposals.items?.length === 0 && <Empty description={t('proposals.empty')} />}
        <ul className="proposal-list" aria-busy={proposals.isPending}>
          {proposals.items?.map((proposal) => (
            <ProposalLine key={proposal.id} proposal={proposal} />
          ))}
        </ul>
        <MorePages query={proposals} />
      </Card>
    </>
  );
}
