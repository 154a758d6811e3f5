import { useTranslation } from 'react-i18next';
import { Tabs } from '../parts/Tabs.tsx';

/** What auditors look at. */
export function AuditTabs() {
  const { t } = useTranslation('xAudit');
  return (
    <Tabs
      label={t('title')}
      tabs={[
        { to: '/exchange/audit', text: t('tabs.records') },
        { to: '/exchange/audit/statistics', text: t('tabs.statistics') },
        { to: '/exchange/audit/anomalies', text: t('tabs.anomalies') },
        { to: '/exchange/evidence', text: t('tabs.evidence') },
      ]}
    />
  );
}
