import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../explorer/parts/Facts.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { KindTags, MemberStatusTag } from '../parts/tags.tsx';
import { useAlliancePlace, useOwnMembership } from '../queries.ts';
import { DelegationCard } from './DelegationCard.tsx';
import { LeaveCard } from './LeaveCard.tsx';

/** What the reader's organisation is in the alliance, who casts its vote, and how it leaves. */
export function MembershipPage() {
  const { t } = useTranslation('governance');
  return (
    <>
      <PageHead title={t('membership.title')} lead={t('membership.lead')} />
      <Membership />
    </>
  );
}

function Membership() {
  const { t } = useTranslation(['governance', 'shell']);
  const language = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const { slug, member, isPending } = useOwnMembership();
  const place = useAlliancePlace();
  if (isPending) return <Skeleton active />;
  if (!session?.principal || slug === null) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('membership.signIn')}
        action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
      />
    );
  }
  if (!member) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('membership.none')}
        description={t('membership.noneText')}
        action={
          <Link to="/alliance/apply">
            <Button type="primary" tabIndex={-1}>
              {t('banner.apply')}
            </Button>
          </Link>
        }
      />
    );
  }
  return (
    <div className="stack">
      {member.status === 'suspended' && (
        <Alert type="error" showIcon title={t('membership.suspended')} description={t('membership.suspendedText')} />
      )}
      <Card title={pickText(member.name, language) ?? slug} extra={<MemberStatusTag status={member.status} />}>
        <Facts
          rows={[
            [t('member.kinds'), <KindTags key="kinds" kinds={member.kinds} />],
            [t('member.weight'), formatNumber(Number(member.weight), language)],
            [t('member.votes'), formatNumber(Number(member.votes), language)],
            [
              t('membership.castBy'),
              member.delegate && member.delegate.id !== member.id ? (
                <MemberName key="delegate" member={member.delegate} />
              ) : (
                t('membership.itself')
              ),
            ],
            [t('membership.changed'), <PlaceLine key="changed" place={member.changed} />],
          ]}
        />
        <div className="actions">
          <Link to="/alliance/members/$slug" params={{ slug }}>
            <Button tabIndex={-1}>{t('apply.ownPage')}</Button>
          </Link>
          <Link to="/alliance/key">
            <Button tabIndex={-1}>{t('membership.toKey')}</Button>
          </Link>
          {member.status === 'left' && (
            <Link to="/alliance/apply">
              <Button tabIndex={-1}>{t('membership.again')}</Button>
            </Link>
          )}
        </div>
      </Card>
      {member.status === 'admitted' && member.key && place && (
        <DelegationCard member={member} slug={slug} signer={member.key} place={place} />
      )}
      {(member.status === 'admitted' || member.status === 'suspended') && member.key && place && (
        <LeaveCard member={member} slug={slug} signer={member.key} place={place} />
      )}
    </div>
  );
}
