import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Time } from '../../explorer/parts/Time.tsx';
import { shorten } from '../../format/shorten.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Proposal } from '../api/proposals.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { ProposalStateTag } from '../parts/tags.tsx';
import { TallyBar } from './TallyBar.tsx';

/** A proposal in a list: what it is about, where it stands, how the vote goes. */
export function ProposalLine({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const { id, type, title, proposer, state, tally, voteEnd, ballots } = proposal;
  const deadline = voteEnd && (state === 'active' || state === 'pending');
  return (
    <li>
      <Link
        to="/alliance/proposals/$id"
        params={{ id }}
        preload={false}
        className="proposal-line"
        data-testid="proposal"
      >
        <span>
          <span className="proposal-tags">
            <ProposalStateTag state={state} />
            {type && <span className="chip">{t(`type.${type}`)}</span>}
          </span>
          <b>{pickText(title, language) ?? t('proposal.untitled', { id: shorten(id) })}</b>
          <small>
            {proposer && <MemberName member={proposer} plain />}
            {deadline && (
              <span>
                {t('proposal.until')} <Time at={voteEnd} />
              </span>
            )}
          </small>
        </span>
        <span>
          <TallyBar tally={tally} />
          <small>{t('proposal.ballots', { count: ballots })}</small>
        </span>
      </Link>
    </li>
  );
}
