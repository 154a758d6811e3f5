import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';

/** The form. */
export function ApplyPage() {
  const { t } = useTranslation('exchange');
  return <PageHead title={t('pages.apply')} />;
}
