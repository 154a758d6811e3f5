import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** A new dataset. */
export function NewDatasetPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.datasets')} />;
}
