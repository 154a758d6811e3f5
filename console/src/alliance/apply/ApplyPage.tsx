import '../alliance.css';
import '../../explorer/explorer.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Skeleton, Steps } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { ActionNotice } from '../parts/ActionNotice.tsx';
import { PlaceLine } from '../parts/PlaceLine.tsx';
import { MemberStatusTag } from '../parts/tags.tsx';
import { allianceQuery, useAlliancePlace, useOwnMembership } from '../queries.ts';
import { ApplicationForm } from './ApplicationForm.tsx';
import { ProposalsAboutUs } from './ProposalsAboutUs.tsx';

/** An organisation asks to be admitted, and sees what becomes of it. */
export function ApplyPage() {
  const { t } = useTranslation('governance');
  return (
    <>
      <Link to="/alliance" className="back">
        ← {t('home.title')}
      </Link>
      <PageHead title={t('apply.title')} lead={t('apply.lead')} />
      <Apply />
    </>
  );
}

function Apply() {
  const { t } = useTranslation(['governance', 'shell']);
  const { data: session } = useQuery(sessionQuery);
  const { data: alliance } = useQuery(allianceQuery);
  const { slug, member, isPending } = useOwnMembership();
  const place = useAlliancePlace();
  if (isPending || !alliance) return <Skeleton active />;
  if (alliance.state !== 'founded' || !place) {
    return <Alert type="info" showIcon title={t('apply.notFounded')} description={t('apply.notFoundedText')} />;
  }
  if (slug === null) {
    return (
      <Alert
        type="info"
        showIcon
        title={t('apply.signIn')}
        description={t('apply.signInText')}
        action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
      />
    );
  }
  const again = member === null || member.status === 'left';
  const step = member === null ? 0 : member.status === 'applied' ? 1 : 2;
  return (
    <div className="stack">
      <Card>
        <Steps
          current={step}
          responsive
          items={[
            { title: t('apply.step1'), content: t('apply.step1Text') },
            { title: t('apply.step2'), content: t('apply.step2Text') },
            { title: t('apply.step3'), content: t('apply.step3Text') },
          ]}
        />
      </Card>
      {member && (
        <Card title={t('apply.status')} extra={<MemberStatusTag status={member.status} />} data-testid="application">
          <ActionNotice actions={member.actions} kind="application" />
          <p>{t(`apply.is.${member.status}`)}</p>
          <PlaceLine place={member.changed} />
          <p>
            <Link to="/alliance/members/$slug" params={{ slug }}>
              {t('apply.ownPage')} →
            </Link>
          </p>
        </Card>
      )}
      {member && <ProposalsAboutUs slug={slug} />}
      {again && !may(session, 'alliance:apply') && (
        <Alert type="info" showIcon title={t('apply.adminOnly')} description={t('apply.adminOnlyText')} />
      )}
      {again && may(session, 'alliance:apply') && (
        <Card title={t('apply.form')}>
          <ApplicationForm slug={slug} place={place} />
        </Card>
      )}
    </div>
  );
}
