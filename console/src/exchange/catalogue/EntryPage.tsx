import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** One dataset. */
export function EntryPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.catalogue')} />;
}
