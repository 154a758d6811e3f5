import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** One application of another. */
export function ReceivedPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.inbox')} />;
}
