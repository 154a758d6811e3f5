import './credentials.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { HeldList } from './HeldList.tsx';
import { IssuedList } from './IssuedList.tsx';

/** The credentials of the own organisation: held and issued. */
export function CredentialsPage() {
  const { t } = useTranslation(['credentials', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const links = (
    <div className="credential-actions">
      <Link to="/credentials/did">{t('didLink')}</Link>
      <Link to="/credentials/verify">{t('verifyLink')}</Link>
    </div>
  );
  const head = <PageHead title={t('title')} lead={t('lead')} actions={links} />;
  if (isPending) return head;
  if (!session?.principal) {
    return (
      <>
        {head}
        <Alert
          type="info"
          showIcon
          title={t('signInFirst')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      </>
    );
  }
  if (!may(session, 'credential:read')) {
    return (
      <>
        {head}
        <Alert type="info" showIcon title={t('mayNot')} />
      </>
    );
  }
  return (
    <>
      {head}
      <Tabs
        items={[
          { key: 'held', label: t('tabs.held'), children: <HeldList mayHold={may(session, 'credential:hold')} /> },
          {
            key: 'issued',
            label: t('tabs.issued'),
            children: (
              <IssuedList mayIssue={may(session, 'credential:issue')} mayRevoke={may(session, 'credential:revoke')} />
            ),
          },
        ]}
      />
    </>
  );
}
