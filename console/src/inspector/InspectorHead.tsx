import './inspector.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Session } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { sessionQuery } from '../operator/queries.ts';

interface InspectorHeadProps {
  page: 'findings' | 'balance' | 'certificates';
  /** What the page shows to whom may see it. */
  children: (session: Session) => ReactNode;
}

/** The head that the inspector's pages share, the ways between them, and who may see them. */
export function InspectorHead({ page, children }: InspectorHeadProps) {
  const { t } = useTranslation(['inspector', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const open = page === 'certificates';
  return (
    <>
      <PageHead title={t(`${page}.title`)} lead={t(`${page}.lead`)} />
      <nav className="inspector-tabs" aria-label={t('tabs.label')}>
        <Link to="/inspector" activeOptions={{ exact: true }}>
          {t('tabs.findings')}
        </Link>
        <Link to="/inspector/balance">{t('tabs.balance')}</Link>
        <Link to="/inspector/certificates">{t('tabs.certificates')}</Link>
      </nav>
      {session && !open && !session.principal && (
        <Alert
          type="info"
          showIcon
          title={t('signInFirst')}
          action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
        />
      )}
      {session?.principal && !open && !may(session, 'trace:inspect') && (
        <Alert type="info" showIcon title={t('mayNot')} />
      )}
      {!isPending && session && (open || may(session, 'trace:inspect')) && children(session)}
    </>
  );
}
