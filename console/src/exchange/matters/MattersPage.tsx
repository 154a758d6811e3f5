import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** Matters. */
export function MattersPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.matters')} />;
}
