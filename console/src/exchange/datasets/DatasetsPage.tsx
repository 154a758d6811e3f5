import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Own datasets. */
export function DatasetsPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.datasets')} />;
}
