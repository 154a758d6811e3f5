import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Disputes. */
export function DisputesPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.disputes')} />;
}
