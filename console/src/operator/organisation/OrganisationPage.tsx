import './organisation.css';
import { useQuery } from '@tanstack/react-query';
import { Alert, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { RequireSignIn } from '../account/RequireSignIn.tsx';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { InvitationsCard } from './InvitationsCard.tsx';
import { PeopleCard } from './PeopleCard.tsx';
import { organisationQuery } from './queries.ts';
import { SecurityCard } from './SecurityCard.tsx';
import { SingleSignOnCard } from './SingleSignOnCard.tsx';

/** The own organisation: its people and their roles, invitations, how everybody signs in. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const { data: session } = useQuery(sessionQuery);
  const allowed = may(session, 'organisation:read');
  const { data: organisation } = useQuery({ ...organisationQuery, enabled: allowed });
  const name = pickText(organisation?.name, language);
  const standing = session?.principal?.standing;
  return (
    <>
      <PageHead
        title={name ?? t('title')}
        lead={t('lead')}
        actions={
          standing && (
            <span className="muted">
              {t('standing.label')} <Tag color={colours[standing]}>{t(`standing.${standing}`)}</Tag>
            </span>
          )
        }
      />
      <RequireSignIn title={t('signInFirst')}>
        {standing === 'suspended' ? <Alert type="error" showIcon title={t('suspendedText')} /> : <Cards />}
      </RequireSignIn>
    </>
  );
}

const colours = { guest: 'default', applied: 'blue', admitted: 'green', suspended: 'red', left: 'default' } as const;

function Cards() {
  const { data: session } = useQuery(sessionQuery);
  const { data: organisation, error, refetch } = useQuery(organisationQuery);
  if (error && !organisation) return <Problem error={error} onRetry={refetch} />;
  if (!organisation) return <Skeleton active />;
  return (
    <div className="stack">
      <PeopleCard />
      {may(session, 'people:invite') && <InvitationsCard kind="people" />}
      {may(session, 'organisations:invite') && <InvitationsCard kind="organisations" />}
      {may(session, 'organisation:set-sign-in') && (
        <>
          <SecurityCard organisation={organisation} />
          <SingleSignOnCard />
        </>
      )}
    </div>
  );
}
