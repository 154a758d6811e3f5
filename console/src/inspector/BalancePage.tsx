import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Spin, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import { type BalanceRow, getBalance, type PlausibleYield } from './api.ts';
import { BalanceChart } from './BalanceChart.tsx';
import { InspectorHead } from './InspectorHead.tsx';
import { useCropName } from './parts.tsx';

/** What each operator can have had, and what it had. */
export function BalancePage() {
  return <InspectorHead page="balance">{() => <Balance />}</InspectorHead>;
}

function Balance() {
  const { t } = useTranslation('inspector');
  const { data, error, refetch } = useQuery({
    queryKey: ['balance'],
    queryFn: ({ signal }) => getBalance(signal),
  });
  if (error) return <Problem error={error} onRetry={refetch} />;
  if (!data) return <Spin />;
  const growers = data.rows.filter(({ plausibleKilograms }) => plausibleKilograms !== null);
  return (
    <div className="stack">
      {growers.length > 0 && (
        <Card title={t('balance.chart')}>
          <BalanceChart rows={growers.slice(0, 12)} />
        </Card>
      )}
      <Card title={t('balance.table')}>
        {data.rows.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('balance.none')} />
        ) : (
          <BalanceTable rows={data.rows} />
        )}
      </Card>
      <Card title={t('balance.yields')}>
        <p className="muted">{t('balance.yieldsHint')}</p>
        <YieldTable yields={data.yields} />
      </Card>
    </div>
  );
}

function BalanceTable({ rows }: { rows: BalanceRow[] }) {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const nameOf = useMemberNames();
  const cropName = useCropName();
  const kilograms = (value: number | null) => (value === null ? '—' : formatNumber(value, language, 1));
  return (
    <Table<BalanceRow>
      dataSource={rows}
      rowKey={({ member, crop, season }) => `${member} ${crop} ${season}`}
      pagination={rows.length > 20 ? { pageSize: 20 } : false}
      scroll={{ x: 1000 }}
      data-testid="balance-table"
      columns={[
        { key: 'member', title: t('balance.operator'), render: (_, row) => nameOf(row.member) },
        { key: 'crop', title: t('balance.crop'), render: (_, row) => `${cropName(row.crop)} ${row.season}` },
        {
          key: 'verdict',
          title: t('balance.verdict'),
          render: (_, row) => <span className={`chip chip-balance-${row.verdict}`}>{t(`verdict.${row.verdict}`)}</span>,
        },
        {
          key: 'hectares',
          title: t('balance.hectares'),
          align: 'right',
          render: (_, row) => (row.hectares === null ? '—' : formatNumber(row.hectares, language, 3)),
        },
        ...(
          [
            'plausibleKilograms',
            'harvestedKilograms',
            'receivedKilograms',
            'inputKilograms',
            'outputKilograms',
            'leftKilograms',
          ] as const
        ).map((key) => ({
          key,
          title: t(`balance.${key}`),
          align: 'right' as const,
          render: (_: unknown, row: BalanceRow) => kilograms(row[key]),
        })),
      ]}
    />
  );
}

function YieldTable({ yields }: { yields: PlausibleYield[] }) {
  const { t } = useTranslation('inspector');
  const language = useLanguage();
  const cropName = useCropName();
  const regions: Record<string, string> = { 'CN-43': t('region.hunan'), 'CN-50': t('region.chongqing') };
  return (
    <Table<PlausibleYield>
      size="small"
      dataSource={yields}
      rowKey={({ crop, region }) => `${crop} ${region}`}
      pagination={false}
      scroll={{ x: 480 }}
      columns={[
        { key: 'crop', title: t('balance.crop'), render: (_, row) => cropName(row.crop) },
        { key: 'region', title: t('region.title'), render: (_, row) => regions[row.region] ?? t('region.elsewhere') },
        {
          key: 'typical',
          title: t('balance.typical'),
          align: 'right',
          render: (_, row) => formatNumber(row.typicalKgPerHectare, language),
        },
        {
          key: 'most',
          title: t('balance.most'),
          align: 'right',
          render: (_, row) => formatNumber(row.mostKgPerHectare, language),
        },
      ]}
    />
  );
}
