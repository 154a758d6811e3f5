import { Alert, Progress as Bar, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Progress } from '../api/overview.ts';
import { EpochLink } from '../parts/links.tsx';

/** How far the index is, as it says itself: epochs without a gap, of those the node has executed. */
export function IndexProgress({ progress }: { progress: Progress }) {
  const { t } = useTranslation('chain');
  const language = useLanguage();
  const { state, indexedEpoch, nodeEpoch, behind, message, spaces } = progress;
  const share = indexedEpoch === null || !nodeEpoch ? 0 : Math.min(1, (indexedEpoch + 1) / (nodeEpoch + 1));
  return (
    <Card className="index-progress" data-testid="index-progress" data-state={state}>
      <div className="index-progress-head">
        <span className={`chip chip-index-${state}`}>{t(`index.${state}`)}</span>
        <span>
          {t('index.indexed')} <b>{indexedEpoch === null ? '—' : <EpochLink number={indexedEpoch} />}</b>
        </span>
        <span>
          {t('index.node')} <b>{formatNumber(nodeEpoch, language)}</b>
        </span>
        <span className="muted">
          {behind === null ? '' : t('index.behind', { count: behind, shown: formatNumber(behind, language) })}
        </span>
      </div>
      {state !== 'live' && (
        <Bar
          percent={Math.floor(share * 1000) / 10}
          status={state === 'stalled' ? 'exception' : 'active'}
          size="small"
        />
      )}
      {message && <Alert type={state === 'stalled' ? 'warning' : 'info'} title={message} />}
      {!spaces.includes('core') && <p className="muted">{t('index.espaceOnly')}</p>}
    </Card>
  );
}
