import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useIndexNews } from '../../live/LiveProvider.tsx';
import { Figure } from '../../operator/overview/Figure.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { getSummary, type Summary } from '../api/overview.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Time } from '../parts/Time.tsx';
import { IndexProgress } from './IndexProgress.tsx';
import { NewestBlocks } from './NewestBlocks.tsx';
import { NewestTransactions } from './NewestTransactions.tsx';
import { Sparkline } from './Sparkline.tsx';

const summaryKey = ['explorer', 'summary'];

/** The explorer's front page: how far the index is, how much there is, and what came last. */
export function ExplorerHome() {
  const { t } = useTranslation('chain');
  const client = useQueryClient();
  const query = useQuery({
    queryKey: summaryKey,
    queryFn: ({ signal }) => getSummary(signal),
    refetchInterval: 15_000,
  });
  useIndexNews(() => {
    if (!query.isFetching) void client.invalidateQueries({ queryKey: summaryKey });
  });
  return (
    <>
      <PageHead title={t('home.title')} lead={t('home.lead')} />
      <div className="stack">
        <Loaded query={query}>{(summary) => <SummaryCard summary={summary} />}</Loaded>
        <div className="cards">
          <Card title={t('home.newestBlocks')} extra={<Link to="/explorer/blocks">{t('all')}</Link>}>
            <NewestBlocks />
          </Card>
          <Card title={t('home.newestTransactions')} extra={<Link to="/explorer/transactions">{t('all')}</Link>}>
            <NewestTransactions />
          </Card>
        </div>
      </div>
    </>
  );
}

function SummaryCard({ summary }: { summary: Summary }) {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const { totals, reorganisations, lastMinute, progress } = summary;
  const number = (value: number, digits = 0) => formatNumber(value, language, digits);
  return (
    <>
      <IndexProgress progress={progress} />
      <Card title={t('home.totals')}>
        <dl className="figures">
          <Figure name={t('home.blocks')} big>
            <span data-testid="total-blocks">{number(totals.blocks)}</span>
          </Figure>
          <Figure name={t('home.epochs')} big>
            {number(totals.epochs)}
          </Figure>
          <Figure name={t('home.espaceTransactions')} big>
            {number(totals.espaceTransactions)}
          </Figure>
          <Figure name={t('home.coreTransactions')} big>
            {number(totals.coreTransactions)}
          </Figure>
          <Figure name={t('home.offPivot')}>{number(totals.offPivotBlocks)}</Figure>
          <Figure name={t('home.contracts')}>{number(totals.contracts)}</Figure>
          <Figure name={t('home.accounts')}>{number(totals.accounts)}</Figure>
          <Figure name={t('home.logs')}>{number(totals.logs)}</Figure>
          <Figure name={t('home.transfers')}>{number(totals.transfers)}</Figure>
          <Figure name={t('home.reorganisations')}>
            {number(reorganisations.count)}{' '}
            <small className="muted">
              {reorganisations.count === 0
                ? t('home.noReorganisation')
                : t('home.deepest', { count: reorganisations.deepest })}
            </small>
            {reorganisations.lastAt && (
              <small className="muted">
                {' '}
                · <Time at={reorganisations.lastAt} />
              </small>
            )}
          </Figure>
        </dl>
      </Card>
      <Card title={t('home.lastMinute')} extra={<Link to="/explorer/statistics">{t('home.more')}</Link>}>
        <dl className="figures sparks">
          <Figure name={t('home.blocksPerSecond')} big>
            {number(lastMinute.blocksPerSecond, 2)}
            <Sparkline metric="blocks" />
          </Figure>
          <Figure name={t('home.epochsPerSecond')} big>
            {number(lastMinute.epochsPerSecond, 2)}
            <Sparkline metric="epochs" />
          </Figure>
          <Figure name={t('home.transactionsPerSecond')} big>
            {number(lastMinute.transactionsPerSecond, 2)}
            <Sparkline metric="transactions" />
          </Figure>
        </dl>
      </Card>
    </>
  );
}
