import { useTranslation } from 'react-i18next';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { formatSeconds } from '../format/formatTime.ts';
import { useLanguage } from '../i18n/useLanguage.ts';

/** What is known of the selected block; its room is kept while none is, so that the page does not jump. */
export function BlockDetails({ block }: { block: TreeGraphBlock | null }) {
  const { t } = useTranslation('network');
  const language = useLanguage();
  if (block === null) return <p className="graph-details muted">{t('graph.hint')}</p>;
  const rows: [string, string][] = [
    [t('graph.kind'), t(block.pivot ? 'graph.pivot' : 'graph.offPivot')],
    [t('height'), formatNumber(block.height, language)],
    [t('graph.epoch'), formatNumber(block.epoch, language)],
    [t('graph.transactions'), formatNumber(block.transactionCount, language)],
    [t('graph.time'), formatSeconds(block.timestamp, language)],
    [t('graph.references'), formatNumber(block.refereeHashes.length, language)],
  ];
  return (
    <dl className="graph-details" aria-live="polite">
      <div className="wide">
        <dt>{t('graph.hash')}</dt>
        <dd>
          <code>{block.hash}</code>
        </dd>
      </div>
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
