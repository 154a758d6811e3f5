import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { BlockLink, EpochLink } from '../parts/links.tsx';

interface BlockListProps {
  blocks: () => TreeGraphBlock[];
  /** Change when the list does. */
  loaded: number;
  seen: number;
}

const shownEpochs = 30;

/** The picture in words, for those who cannot see it or would rather read. */
export function BlockList({ blocks, seen }: BlockListProps) {
  const { t } = useTranslation('treeGraph');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const byEpoch = Map.groupBy(open ? blocks() : [], ({ epoch }) => epoch ?? Number.POSITIVE_INFINITY);
  const newest = [...byEpoch].sort(([left], [right]) => right - left).slice(0, shownEpochs);
  return (
    <Card className="graph-list" data-seen={seen}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary data-testid="graph-list">{t('asList')}</summary>
        <ol>
          {newest.map(([epoch, members]) => {
            const others = members.filter(({ pivot }) => !pivot);
            const pivot = members.find((block) => block.pivot);
            return (
              <li key={epoch}>
                <b>
                  {t('epoch')} {Number.isFinite(epoch) ? <EpochLink number={epoch} /> : t('unordered')}
                </b>
                <span>
                  {pivot && (
                    <>
                      {t('pivot')} <BlockLink hash={pivot.hash} plain />
                    </>
                  )}{' '}
                  {t('transactionCount', {
                    count: members.reduce((sum, { transactionCount }) => sum + transactionCount, 0),
                  })}
                </span>
                {others.length > 0 && (
                  <span>
                    {t('offPivotCount', { count: others.length, shown: formatNumber(others.length, language) })}{' '}
                    {others.map(({ hash }) => (
                      <BlockLink key={hash} hash={hash} plain />
                    ))}
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      </details>
    </Card>
  );
}
