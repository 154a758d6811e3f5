import './imports.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { ExportCard } from './ExportCard.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { TemplateList } from './TemplateList.tsx';
import { UploadCard } from './UploadCard.tsx';

/** Tables in, standard documents out: for organisations whose systems do not speak EPCIS. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'shell']);
  const { data: session } = useQuery(sessionQuery);
  const head = <PageHead title={t('title')} lead={t('lead')} />;
  if (session && !session.principal) {
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
  const mayImport = may(session, 'trace:import');
  return (
    <>
      {head}
      <div className="stack">
        {session && !mayImport && <Alert type="info" showIcon title={t('mayNot')} />}
        {mayImport && (
          <>
            <Card title={t('templates.title')}>
              <TemplateList />
            </Card>
            <UploadCard />
            <Card title={t('history.title')}>
              <ImportHistory />
            </Card>
          </>
        )}
        <ExportCard />
      </div>
    </>
  );
}
