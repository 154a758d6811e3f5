import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useIndexNews } from '../../live/LiveProvider.tsx';
import { listBlocks } from '../api/blocks.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { AddressLink, BlockLink, EpochLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import { PivotTag } from '../parts/tags.tsx';

const queryKey = ['explorer', 'newestBlocks'];

/** The last few blocks. */
export function NewestBlocks() {
  const { t } = useTranslation('chain');
  const client = useQueryClient();
  const query = useQuery({ queryKey, queryFn: ({ signal }) => listBlocks({ limit: 8 }, signal) });
  useIndexNews(() => {
    if (!query.isFetching) void client.invalidateQueries({ queryKey });
  });
  return (
    <Loaded query={query}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('blocks.empty')} />
        ) : (
          <ul className="newest">
            {items.map((block) => (
              <li key={block.hash}>
                <span>
                  <BlockLink hash={block.hash} plain /> <PivotTag pivot={block.pivot} skipped={block.skipped} />
                  <small className="muted">
                    {t('epoch')} <EpochLink number={block.epoch} /> · <AddressLink address={block.miner} plain />
                  </small>
                </span>
                <span className="newest-end">
                  {t('transactionCount', { count: block.transactions.core + block.transactions.espace })}
                  <small className="muted">
                    <Time at={block.time} />
                  </small>
                </span>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
