import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { type Group, getStatistics, groups } from '../api/audit.ts';
import { Card } from '../parts/Card.tsx';
import { Gate } from '../parts/Gate.tsx';
import { usePercent } from '../parts/usePercent.ts';
import { formatBytes } from '../transfers/formatBytes.ts';
import { AuditTabs } from './AuditTabs.tsx';
import { OutcomeChart } from './OutcomeChart.tsx';
import { StatisticsTable } from './StatisticsTable.tsx';

/** How much was exchanged and refused, by day, department, dataset, matter or kind. */
export function StatisticsPage() {
  const { t } = useTranslation('xAudit');
  return (
    <>
      <PageHead title={t('tabs.statistics')} lead={t('statistics.lead')} />
      <Gate right="exchange:audit">
        <AuditTabs />
        <Counts />
      </Gate>
    </>
  );
}

function Counts() {
  const { t } = useTranslation('xAudit');
  const language = useLanguage();
  const percent = usePercent();
  const navigate = useNavigate();
  const { by = 'day' } = useSearch({ from: '/exchange/audit/statistics' });
  const query = useQuery({
    queryKey: ['exchange', 'statistics', by],
    queryFn: ({ signal }) => getStatistics({ by }, signal),
  });
  return (
    <div className="stack">
      <Segmented<Group>
        value={by}
        options={groups.map((value) => ({ value, label: t(`by.${value}`) }))}
        onChange={(value) => void navigate({ to: '/exchange/audit/statistics', search: { by: value } })}
      />
      <Loaded query={query}>
        {({ total, lines, more }) => (
          <>
            <div className="x-cards">
              {(
                [
                  ['records', formatNumber(total.records, language)],
                  ['deliveries', formatNumber(total.deliveries, language)],
                  ['rows', formatNumber(total.rows, language)],
                  ['bytes', formatBytes(total.bytes, language)],
                  ['refusedShare', percent(total.refusedShare)],
                ] as const
              ).map(([name, value]) => (
                <Card key={name} size="small">
                  <span className="muted">{t(`statistics.${name}`)}</span>
                  <b>{value}</b>
                </Card>
              ))}
            </div>
            {lines.length > 0 && (
              <Card>
                <OutcomeChart by={by} lines={lines} />
                <StatisticsTable by={by} lines={lines} />
                {more && <p className="muted">{t('statistics.more')}</p>}
              </Card>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
}
