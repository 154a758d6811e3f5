import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Own applications. */
export function ApplicationsPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.applications')} />;
}
