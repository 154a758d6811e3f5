import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Matters, and what decides about applications without anybody. */
export function MatterTabs() {
  const { t } = useTranslation('xMatters');
  return (
    <nav className="x-tabs" aria-label={t('tabs.label')}>
      <Link to="/exchange/matters" activeOptions={{ exact: true }}>
        {t('tabs.matters')}
      </Link>
      <Link to="/exchange/matters/rules">{t('tabs.rules')}</Link>
      <Link to="/exchange/matters/limits">{t('tabs.limits')}</Link>
      <Link to="/exchange/matters/calendar">{t('tabs.calendar')}</Link>
    </nav>
  );
}
