import { useTranslation } from 'react-i18next';
import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { BlockLink, EpochLink } from '../parts/links.tsx';
import { Time } from '../parts/Time.tsx';
import type { GraphStatus } from './useGraphView.ts';

/** What is known of the block under the pointer or selected, and how the loaded blocks stand to it. */
export function GraphSelection({ block, status }: { block: TreeGraphBlock | null; status: GraphStatus }) {
  const { t } = useTranslation('treeGraph');
  const language = useLanguage();
  const { relatives } = status;
  if (block === null) {
    return (
      <div className="graph-hint muted">
        <p>{t('hint')}</p>
        <p className="graph-keys" aria-hidden="true">
          {t('keys')}
        </p>
      </div>
    );
  }
  const ownRelatives = relatives?.hash === block.hash ? relatives : null;
  return (
    <div className="graph-selection" data-testid="graph-selection">
      <dl className="facts" aria-live="polite">
        <div className="wide">
          <dt>{t('hash')}</dt>
          <dd>
            <BlockLink hash={block.hash} full />
          </dd>
        </div>
        <div>
          <dt>{t('kind')}</dt>
          <dd>{block.pivot ? t('pivotBlock') : t('offPivotBlock')}</dd>
        </div>
        <div>
          <dt>{t('height')}</dt>
          <dd>{formatNumber(block.height, language)}</dd>
        </div>
        <div>
          <dt>{t('epoch')}</dt>
          <dd>{block.epoch === null ? t('unordered') : <EpochLink number={block.epoch} />}</dd>
        </div>
        <div>
          <dt>{t('transactions')}</dt>
          <dd>{formatNumber(block.transactionCount, language)}</dd>
        </div>
        <div>
          <dt>{t('referees')}</dt>
          <dd>{formatNumber(block.refereeHashes.length, language)}</dd>
        </div>
        <div>
          <dt>{t('time')}</dt>
          <dd>
            <Time at={new Date(block.timestamp * 1000).toISOString()} />
          </dd>
        </div>
        {ownRelatives && (
          <div className="wide">
            <dt>{t('relatives')}</dt>
            <dd data-testid="relatives">
              {t('relativeCounts', {
                past: formatNumber(ownRelatives.past.size, language),
                future: formatNumber(ownRelatives.future.size, language),
                anticone: formatNumber(ownRelatives.anticoneCount, language),
              })}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}
