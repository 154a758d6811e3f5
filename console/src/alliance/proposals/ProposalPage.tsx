import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import Markdown from 'react-markdown';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { shorten } from '../../format/shorten.ts';
import { inLanguage, pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import type { ProposalDetail } from '../api/proposals.ts';
import { ActionNotice } from '../parts/ActionNotice.tsx';
import { MemberName } from '../parts/MemberName.tsx';
import { ProposalStateTag } from '../parts/tags.tsx';
import { proposalQuery } from '../queries.ts';
import { BallotsCard } from './BallotsCard.tsx';
import { CallsCard } from './CallsCard.tsx';
import { CommentsCard } from './CommentsCard.tsx';
import { checkProposal } from './checkProposal.ts';
import { ExecuteCard } from './ExecuteCard.tsx';
import { TallyCard } from './TallyCard.tsx';
import { TimelineCard } from './TimelineCard.tsx';
import { VoteCard } from './VoteCard.tsx';

/** One proposal: its text, what exactly it does, how the vote goes, and the reader's own ballot. */
export function ProposalPage() {
  const { t } = useTranslation('governance');
  const { id } = useParams({ from: '/alliance/proposals/$id' });
  const proposal = useQuery(proposalQuery(id));
  return (
    <>
      <Link to="/alliance/proposals" className="back">
        ← {t('proposals.title')}
      </Link>
      <Loaded query={proposal}>{(found) => <Detail proposal={found} />}</Loaded>
    </>
  );
}

function Detail({ proposal }: { proposal: ProposalDetail }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { id, type, title, document, proposer, state } = proposal;
  const failure = proposal.failure && inLanguage(proposal.failure, language);
  const check = checkProposal(proposal);
  return (
    <>
      <PageHead title={pickText(title, language) ?? t('proposal.untitled', { id: shorten(id) })} />
      <p className="proposal-tags">
        <ProposalStateTag state={state} />
        {type && <span className="chip">{t(`type.${type}`)}</span>}
        {proposer && (
          <span className="muted">
            {t('proposal.by')} <MemberName member={proposer} />
          </span>
        )}
      </p>
      <div className="proposal-page">
        <div className="stack proposal-what">
          {failure && <Alert type="error" showIcon title={failure.reason} description={failure.nextStep} />}
          {!check.idMatches && (
            <Alert type="error" showIcon title={t('proposal.wrongId')} description={t('proposal.wrongIdText')} />
          )}
          <Card title={t('proposal.text')}>
            {document === null ? (
              <Alert type="warning" showIcon title={t('proposal.noText')} description={t('proposal.noTextText')} />
            ) : (
              <>
                {!check.textMatches && (
                  <Alert
                    type="error"
                    showIcon
                    className="in-card"
                    title={t('proposal.wrongText')}
                    description={t('proposal.wrongTextText')}
                  />
                )}
                <div className="proposal-text" data-testid="proposal-text">
                  <Markdown>{pickText(document.text, language) ?? ''}</Markdown>
                </div>
                {check.textMatches && <p className="good tally-check">✓ {t('proposal.textMatches')}</p>}
              </>
            )}
          </Card>
          <CallsCard calls={proposal.calls} />
        </div>
        <div className="stack proposal-vote">
          <ActionNotice actions={proposal.actions} kind="execution" />
          <VoteCard proposal={proposal} trusted={check.idMatches && check.textMatches} />
          <ExecuteCard proposal={proposal} />
          <TallyCard proposal={proposal} />
          <TimelineCard proposal={proposal} />
        </div>
        <div className="stack proposal-record">
          <BallotsCard id={id} />
          <CommentsCard id={id} />
        </div>
      </div>
    </>
  );
}
