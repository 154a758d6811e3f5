import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../parts/useMay.ts';

/** The pages of a department's own data. */
export function DatasetTabs() {
  const { t } = useTranslation('xDatasets');
  const manages = useMay()('exchange:manage-catalogue');
  return (
    <nav className="x-tabs" aria-label={t('tabs.label')}>
      <Link to="/exchange/datasets" activeOptions={{ exact: true, includeSearch: false }}>
        {t('tabs.datasets')}
      </Link>
      {manages && <Link to="/exchange/datasets/duties">{t('tabs.duties')}</Link>}
      {manages && <Link to="/exchange/datasets/sources">{t('tabs.sources')}</Link>}
    </nav>
  );
}
