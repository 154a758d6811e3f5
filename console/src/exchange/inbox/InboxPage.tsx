import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Applications of others. */
export function InboxPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.inbox')} />;
}
