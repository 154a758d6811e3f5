import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { type BlockSummary, type Epoch, getEpoch } from '../api/blocks.ts';
import { Whole } from '../parts/Amount.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { BlockLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { ConfirmationTag } from '../parts/tags.tsx';
import { TransactionsTable } from '../transactions/TransactionsTable.tsx';
import { useBlockColumns } from './useBlockColumns.tsx';

/** One epoch: what its pivot block ordered. */
export function EpochPage() {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const number = Number(useParams({ from: '/explorer/epochs/$number' }).number);
  const query = useQuery({
    queryKey: ['explorer', 'epoch', number],
    queryFn: ({ signal }) => getEpoch(number, signal),
  });
  const neighbour = (to: number, label: string, icon: React.ReactNode) => (
    <Link
      to="/explorer/epochs/$number"
      params={{ number: String(to) }}
      className="icon-link"
      aria-label={label}
      title={label}
      preload={false}
    >
      {icon}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t('blocks.epochTitle', { number: formatNumber(number, language) })}
        lead={t('blocks.epochLead')}
        actions={
          <span className="neighbours">
            {number > 0 && neighbour(number - 1, t('blocks.before'), <LeftOutlined />)}
            {neighbour(number + 1, t('blocks.after'), <RightOutlined />)}
          </span>
        }
      />
      <Loaded query={query}>{(epoch) => <EpochCards epoch={epoch} />}</Loaded>
    </>
  );
}

function EpochCards({ epoch }: { epoch: Epoch }) {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const columns = useBlockColumns();
  const number = (value: number) => formatNumber(value, language);
  return (
    <div className="stack">
      <Card
        title={<ConfirmationTag confirmation={epoch.confirmation} />}
        extra={
          <Link to="/explorer/graph" search={{ epoch: epoch.number }}>
            {t('blocks.inGraph')}
          </Link>
        }
      >
        <Facts
          rows={[
            [t('blockKind.pivot'), <BlockLink key="pivot" hash={epoch.pivotHash} full />],
            [t('time'), <Time key="time" at={epoch.time} />],
            [
              t('nav.transactions'),
              t('blocks.perSpace', {
                espace: number(epoch.transactions.espace),
                core: number(epoch.transactions.core),
              }),
            ],
            [t('blocks.duplicates'), number(epoch.duplicates)],
            [t('home.logs'), number(epoch.logs)],
            [t('home.transfers'), number(epoch.transfers)],
            [t('blocks.gasUsed'), <Whole key="gas" digits={epoch.gasUsed} />],
          ]}
        />
      </Card>
      <Card title={t('blocks.inOrder')}>
        <Table<BlockSummary>
          rowKey="hash"
          size="middle"
          dataSource={epoch.blocks}
          pagination={epoch.blocks.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 'max-content' }}
          columns={columns.filter(({ key }) => key !== 'epoch')}
        />
      </Card>
      <Card title={t('nav.transactions')}>
        <TransactionsTable query={{ epoch: epoch.number }} />
      </Card>
    </div>
  );
}
