import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatBytes, formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { BlockSummary } from '../api/blocks.ts';
import { AddressLink, BlockLink, EpochLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { PivotTag } from '../parts/tags.tsx';

/** The columns of a table of blocks. */
export function useBlockColumns(): NonNullable<TableProps<BlockSummary>['columns']> {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  return [
    { title: t('epoch'), key: 'epoch', render: (_, { epoch }) => <EpochLink number={epoch} /> },
    { title: t('block'), key: 'hash', render: (_, { hash }) => <BlockLink hash={hash} /> },
    {
      title: t('blocks.kind'),
      key: 'kind',
      render: (_, { pivot, skipped }) => <PivotTag pivot={pivot} skipped={skipped} />,
    },
    { title: t('height'), key: 'height', align: 'right', render: (_, { height }) => formatNumber(height, language) },
    {
      title: t('blocks.espace'),
      key: 'espace',
      align: 'right',
      render: (_, { transactions }) => formatNumber(transactions.espace, language),
    },
    {
      title: t('blocks.core'),
      key: 'core',
      align: 'right',
      render: (_, { transactions }) => formatNumber(transactions.core, language),
    },
    {
      title: t('blocks.referees'),
      key: 'referees',
      align: 'right',
      responsive: ['lg'],
      render: (_, { refereeHashes }) => formatNumber(refereeHashes.length, language),
    },
    {
      title: t('blocks.size'),
      key: 'size',
      align: 'right',
      responsive: ['xl'],
      render: (_, { sizeBytes }) => formatBytes(sizeBytes, language),
    },
    {
      title: t('blocks.miner'),
      key: 'miner',
      responsive: ['md'],
      render: (_, { miner }) => <AddressLink address={miner} plain />,
    },
    { title: t('time'), key: 'time', render: (_, { time }) => <Time at={time} /> },
  ];
}
