import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** One application. */
export function ApplicationPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.applications')} />;
}
