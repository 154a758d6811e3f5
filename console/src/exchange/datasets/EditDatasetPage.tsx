import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Changes a dataset. */
export function EditDatasetPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.datasets')} />;
}
