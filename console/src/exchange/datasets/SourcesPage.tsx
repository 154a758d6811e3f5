import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Sources. */
export function SourcesPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.sources')} />;
}
