import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Data of all departments. */
export function CataloguePage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.catalogue')} />;
}
