import './labels.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { LinksCard } from './LinksCard.tsx';
import { PrintCard } from './PrintCard.tsx';

/** Codes for packages: labels to print, and where the codes lead. */
export function LabelsPage() {
  const { t } = useTranslation(['labels', 'shell']);
  const { data: session } = useQuery(sessionQuery);
  const signIn = (
    <Alert
      type="info"
      showIcon
      title={t('signInFirst')}
      action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
    />
  );
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {session && !session.principal && signIn}
      {session?.principal && !may(session, 'trace:label') && <Alert type="info" showIcon title={t('mayNot')} />}
      {may(session, 'trace:label') && (
        <div className="stack">
          <PrintCard />
          <LinksCard />
        </div>
      )}
    </>
  );
}
