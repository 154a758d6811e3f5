import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import type { Transfer } from '../api/transfers.ts';
import { formatBytes } from './formatBytes.ts';

/** How far a transfer is, on the own side. */
export function TransferProgress({ transfer: { intake, delivery, format } }: { transfer: Transfer }) {
  const { t } = useTranslation('xTransfers');
  const language = useLanguage();
  if (intake) {
    const { chunks, chunksInAll, bytes, rows, state } = intake;
    const percent =
      state === 'done' || state === 'erased' ? 100 : chunksInAll ? Math.floor((chunks / chunksInAll) * 100) : null;
    const status = state === 'failed' ? 'exception' : state === 'done' ? 'success' : 'active';
    return (
      <div className="x-progress" data-testid="progress">
        {percent !== null && <Progress percent={percent} status={status} size="small" />}
        <span className="muted">
          {t(`intake.${state}`)} · {formatBytes(bytes, language)}
          {rows !== null && ` · ${t('rows', { rows: formatNumber(rows, language) })}`}
        </span>
      </div>
    );
  }
  if (!delivery) return null;
  const { pushed, chunks, rows } = delivery;
  return (
    <span className="muted">
      {chunks !== null &&
        format === 'xy:push' &&
        `${t('served', { pushed: formatNumber(pushed, language), chunks: formatNumber(chunks, language) })} · `}
      {rows !== null && t('rows', { rows: formatNumber(rows, language) })}
    </span>
  );
}
