import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Card } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { PageHead } from '../../operator/PageHead.tsx';
import { type BlockDetail, getBlock } from '../api/blocks.ts';
import { GasPrice, Whole } from '../parts/Amount.tsx';
import { CopyButton } from '../parts/CopyButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { AddressLink, BlockLink, EpochLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { ConfirmationTag, PivotTag } from '../parts/tags.tsx';
import { TransactionsTable } from '../transactions/TransactionsTable.tsx';

/** One block: its place, its edges, its transactions and its header. */
export function BlockPage() {
  const { t } = useTranslation('chain');
  const { hash } = useParams({ from: '/explorer/blocks/$hash' });
  const query = useQuery({ queryKey: ['explorer', 'block', hash], queryFn: ({ signal }) => getBlock(hash, signal) });
  return (
    <>
      <PageHead title={t('block')} />
      <Loaded query={query}>{(block) => <BlockCards block={block} />}</Loaded>
    </>
  );
}

function BlockCards({ block }: { block: BlockDetail }) {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const number = (value: number | null) => formatNumber(value, language);
  const hashes = (list: string[]): ReactNode =>
    list.length === 0 ? null : list.map((one) => <BlockLink key={one} hash={one} full />);
  const raw = (value: string | null): ReactNode =>
    value === null ? null : (
      <span className="reference">
        <code>{value}</code>
        <CopyButton text={value} />
      </span>
    );
  return (
    <div className="stack">
      <Card
        title={
          <span className="title-tags">
            <PivotTag pivot={block.pivot} skipped={block.skipped} />
            <ConfirmationTag confirmation={block.confirmation} />
          </span>
        }
        extra={
          <Link to="/explorer/graph" search={{ epoch: block.epoch, block: block.hash }} data-testid="show-in-graph">
            {t('blocks.inGraph')}
          </Link>
        }
      >
        <Facts
          rows={[
            [t('hash'), raw(block.hash)],
            [t('epoch'), <EpochLink key="epoch" number={block.epoch} />],
            [t('height'), number(block.height)],
            [
              t('blocks.position'),
              t('blocks.positionText', { position: block.position + 1, number: number(block.blockNumber) }),
            ],
            [t('time'), <Time key="time" at={block.time} />],
            [t('blocks.miner'), <AddressLink key="miner" address={block.miner} full />],
            [
              t('nav.transactions'),
              t('blocks.perSpace', {
                espace: number(block.transactions.espace),
                core: number(block.transactions.core),
              }),
            ],
            [t('blocks.gasUsed'), block.gasUsed === null ? null : <Whole key="gas" digits={block.gasUsed} />],
            [t('blocks.gasLimit'), <Whole key="limit" digits={block.gasLimit} />],
            [
              t('blocks.baseFee'),
              block.baseFeePerGas === null ? null : <GasPrice key="fee" drip={block.baseFeePerGas} />,
            ],
            [t('blocks.size'), formatBytes(block.sizeBytes, language)],
          ]}
        />
      </Card>
      <Card title={t('blocks.edges')}>
        <Facts
          rows={[
            [t('blocks.parent'), <BlockLink key="parent" hash={block.parentHash} full />],
            [t('blocks.refereeEdges'), hashes(block.refereeHashes)],
            [t('blocks.epochPivot'), block.pivot ? null : <BlockLink key="pivot" hash={block.pivotHash} full />],
            [t('blocks.children'), hashes(block.children)],
            [t('blocks.referrers'), hashes(block.referrers)],
          ]}
        />
      </Card>
      <Card title={t('nav.transactions')}>
        <TransactionsTable query={{ block: block.hash }} />
      </Card>
      <Card>
        <details className="raw">
          <summary>{t('blocks.header')}</summary>
          <Facts
            rows={[
              [t('blocks.difficulty'), <Whole key="difficulty" digits={block.difficulty} />],
              [t('blocks.quality'), block.powQuality === null ? null : <code key="quality">{block.powQuality}</code>],
              [t('blocks.adaptive'), t(block.adaptive ? 'yes' : 'no')],
              [t('blocks.nonce'), <code key="nonce">{block.nonce}</code>],
              [t('blocks.blame'), number(block.blame)],
              [t('blocks.transactionsRoot'), raw(block.transactionsRoot)],
              [t('blocks.stateRoot'), raw(block.deferredStateRoot)],
              [t('blocks.receiptsRoot'), raw(block.deferredReceiptsRoot)],
              [t('blocks.bloomHash'), raw(block.deferredLogsBloomHash)],
              [t('blocks.posReference'), raw(block.posReference)],
              [
                t('blocks.custom'),
                block.custom.length === 0 ? null : <code key="custom">{block.custom.join(' ')}</code>,
              ],
            ]}
          />
        </details>
      </Card>
    </div>
  );
}
