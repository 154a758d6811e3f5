import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Anomaly, type AnomalyRule, anomalyRules, type Judgement, judgements } from '../api/audit.ts';
import { Gate } from '../parts/Gate.tsx';
import { PagedList } from '../parts/PagedList.tsx';
import { anomaliesSearch } from '../usingSearches.ts';
import { AnomalyLine } from './AnomalyLine.tsx';
import { AuditTabs } from './AuditTabs.tsx';

/** What is out of the ordinary, and what auditors say of it. */
export function AnomaliesPage() {
  const { t } = useTranslation('xAudit');
  return (
    <>
      <PageHead title={t('tabs.anomalies')} lead={t('anomalies.lead')} />
      <Gate right="exchange:audit">
        <AuditTabs />
        <Anomalies />
      </Gate>
    </>
  );
}

function Anomalies() {
  const { t } = useTranslation('xAudit');
  const search = anomaliesSearch(useSearch({ from: '/exchange/audit/anomalies' }));
  const navigate = useNavigate();
  const go = (more: { rule?: AnomalyRule | undefined; state?: Judgement | undefined }) =>
    void navigate({ to: '/exchange/audit/anomalies', search: { ...search, ...more } as never });
  return (
    <>
      <div className="x-filters">
        <Select<AnomalyRule>
          allowClear
          value={search.rule ?? null}
          placeholder={t('anomalies.anyRule')}
          aria-label={t('anomalies.anyRule')}
          options={anomalyRules.map((value) => ({ value, label: t(`rule.${value}`) }))}
          onChange={(rule) => go({ rule: rule ?? undefined })}
        />
        <Select<Judgement>
          allowClear
          value={search.state ?? null}
          placeholder={t('anomalies.anyState')}
          aria-label={t('anomalies.anyState')}
          options={judgements.map((value) => ({ value, label: t(`judgement.${value}`) }))}
          onChange={(state) => go({ state: state ?? undefined })}
        />
      </div>
      <PagedList<Anomaly> path="/anomalies" query={{ ...search }} keyOf={({ id }) => id} empty={t('anomalies.none')}>
        {(anomaly) => <AnomalyLine anomaly={anomaly} />}
      </PagedList>
    </>
  );
}
