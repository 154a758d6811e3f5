import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inLanguage, pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { listBallots, type ProposalDetail, prepareBallot, sendBallot } from '../api/proposals.ts';
import { type Support, supports } from '../api/types.ts';
import { refreshAlliance, useAlliancePlace, useOwnMembership } from '../queries.ts';
import { refuseUnlessSame, wholeNumberOf } from '../sign/refuseUnlessSame.ts';
import { SignDialog, type SigningRequest } from '../sign/SignDialog.tsx';
import { SigningProblem } from '../sign/SigningProblem.tsx';
import { buildTypedData } from '../sign/typedData.ts';

/** The number that the governor counts a choice as. */
const supportNumber: Record<Support, number> = { against: 0, for: 1, abstain: 2 };

interface VoteCardProps {
  proposal: ProposalDetail;
  /** Whether what is shown was checked to be what is voted on. */
  trusted: boolean;
}

/** The ballot of the reader's organisation: cast, on its way, counted; or why it cannot be cast. */
export function VoteCard({ proposal, trusted }: VoteCardProps) {
  const { t } = useTranslation('governance');
  const language = useLanguage();
  const client = useQueryClient();
  const { member, slug } = useOwnMembership();
  const place = useAlliancePlace();
  const [request, setRequest] = useState<SigningRequest | null>(null);
  const { id, state, title } = proposal;
  const own = useQuery({
    queryKey: ['alliance', 'ownBallot', id, slug],
    queryFn: async ({ signal }) => (await listBallots(id, { member: slug ?? '' }, signal)).items[0] ?? null,
    enabled: slug !== null,
    refetchInterval: 4_000,
  }).data;
  const key = member?.key ?? null;
  const prepare = useMutation({
    mutationFn: async (support: Support) => {
      if (!place || !key || !slug) return;
      const { typedData: given } = await prepareBallot(id, { member: slug, support });
      const typedData = buildTypedData(place, 'Ballot', {
        proposalId: BigInt(id).toString(),
        support: supportNumber[support],
        voter: key,
        nonce: wholeNumberOf(given, 'nonce'),
      });
      refuseUnlessSame(typedData, given);
      setRequest({
        title: t('vote.signTitle'),
        rows: [
          [t('vote.proposal'), pickText(title, language) ?? id],
          [
            t('vote.choice'),
            <b key="choice" className={`chip chip-vote-${support}`} data-testid="sign-choice">
              {t(`support.${support}`)}
            </b>,
          ],
          [t('vote.member'), pickText(member?.name, language) ?? slug],
          [t('vote.id'), <code key="id">{id}</code>],
        ],
        typedData,
        place,
        signer: key,
        warning: t('vote.once'),
        confirm: t('vote.confirm', { choice: t(`support.${support}`) }),
        send: async (signature) => {
          await sendBallot(id, { member: slug, support, signature });
          await refreshAlliance(client);
          return undefined;
        },
      });
    },
  });
  if (slug === null) return null;
  const failure = own?.failure && inLanguage(own.failure, language);
  const counted = own?.state === 'counted' || own?.state === 'submitted';
  const may = member?.status === 'admitted' && state === 'active' && !counted;
  return (
    <Card title={t('vote.title')} data-testid="vote-card">
      {own && (
        <Alert
          type={own.state === 'failed' ? 'error' : 'success'}
          showIcon
          className="in-card"
          data-testid="own-ballot"
          data-state={own.state}
          title={t(`vote.is.${own.state}`, { choice: t(`support.${own.support}`) })}
          description={failure ? `${failure.reason} ${failure.nextStep}` : undefined}
        />
      )}
      {may && trusted && (
        <div className="vote-buttons">
          {supports.map((support) => (
            <Button
              key={support}
              className={`vote-${support}`}
              loading={prepare.isPending && prepare.variables === support}
              disabled={prepare.isPending}
              onClick={() => prepare.mutate(support)}
              data-testid={`vote-${support}`}
            >
              {t(`vote.${support}`)}
            </Button>
          ))}
          <small className="muted">{t('vote.how')}</small>
        </div>
      )}
      {may && !trusted && <Alert type="error" showIcon title={t('vote.untrusted')} />}
      {!may && !own && <p className="muted">{whyNot()}</p>}
      {prepare.error && <SigningProblem error={prepare.error} />}
      {request && <SignDialog request={request} onClose={(next) => setRequest(next ?? null)} />}
    </Card>
  );

  function whyNot() {
    if (state === 'pending' || state === 'submitted') return t('vote.notYet');
    if (state !== 'active') return t('vote.over');
    if (!member) {
      return (
        <>
          {t('vote.noMember')} <Link to="/alliance/apply">{t('banner.apply')}</Link>
        </>
      );
    }
    return member.status === 'admitted' ? t('vote.over') : t(`vote.standing.${member.status}`);
  }
}
