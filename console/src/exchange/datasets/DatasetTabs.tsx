import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The pages of a department's own data. */
export function DatasetTabs() {
  const { t } = useTranslation('xDatasets');
  return (
    <nav className="x-tabs" aria-label={t('tabs.label')}>
      <Link to="/exchange/datasets" activeOptions={{ exact: true, includeSearch: false }}>
        {t('tabs.datasets')}
      </Link>
      <Link to="/exchange/datasets/duties">{t('tabs.duties')}</Link>
      <Link to="/exchange/datasets/sources">{t('tabs.sources')}</Link>
    </nav>
  );
}
