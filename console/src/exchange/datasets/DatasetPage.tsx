import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** One own dataset. */
export function DatasetPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.datasets')} />;
}
