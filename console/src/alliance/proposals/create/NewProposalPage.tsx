import '../../alliance.css';
import '../../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Card, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../../operator/PageHead.tsx';
import { sessionQuery } from '../../../operator/queries.ts';
import type { PreparedProposal, ProposalType } from '../../api/proposals.ts';
import { useAlliancePlace, useOwnMembership } from '../../queries.ts';
import { PreviewProposal } from './PreviewProposal.tsx';
import { type ProposalDraft, ProposalForm } from './ProposalForm.tsx';
import { TypeCards } from './TypeCards.tsx';

/** A new proposal: of which kind, about what, and exactly what would be signed. */
export function NewProposalPage() {
  const { t } = useTranslation(['governance', 'shell']);
  const navigate = useNavigate();
  const { type, member } = useSearch({ from: '/alliance/proposals/new' });
  const { data: session } = useQuery(sessionQuery);
  const own = useOwnMembership();
  const place = useAlliancePlace();
  const [prepared, setPrepared] = useState<PreparedProposal | null>(null);
  const [draft, setDraft] = useState<{ type: ProposalType; values: ProposalDraft } | null>(null);
  const body = () => {
    if (own.isPending) return <Skeleton active />;
    if (!session?.principal) {
      return (
        <Alert
          type="info"
          showIcon
          title={t('create.signIn')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      );
    }
    if (own.member?.status !== 'admitted' || !own.member.key || !own.slug || !place) {
      return <Alert type="info" showIcon title={t('create.membersOnly')} description={t('create.membersOnlyText')} />;
    }
    if (prepared) {
      return (
        <PreviewProposal
          prepared={prepared}
          place={place}
          proposer={own.member.key}
          slug={own.slug}
          onBack={() => setPrepared(null)}
        />
      );
    }
    return (
      <div className="stack">
        <Card title={t('create.which')}>
          <TypeCards
            chosen={type ?? null}
            onChoose={(next) =>
              void navigate({ to: '/alliance/proposals/new', search: { type: next }, resetScroll: false })
            }
          />
        </Card>
        {type && (
          <Card title={t('create.what')}>
            <ProposalForm
              key={type}
              type={type}
              about={member ?? null}
              proposer={own.slug}
              proposerKey={own.member.key}
              draft={draft?.type === type ? draft.values : null}
              onPrepared={(made, values) => {
                setDraft({ type, values });
                setPrepared(made);
              }}
            />
          </Card>
        )}
      </div>
    );
  };
  return (
    <>
      <Link to="/alliance/proposals" className="back">
        ← {t('proposals.title')}
      </Link>
      <PageHead title={prepared ? t('create.previewTitle') : t('proposals.new')} lead={t('create.lead')} />
      {body()}
    </>
  );
}
