import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentTransaction } from '../../api/transactions.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { explainSent } from './explainSent.ts';

const chips: Record<SentTransaction['state'], string> = {
  queued: 'chip-pending',
  signed: 'chip-pending',
  broadcast: 'chip-anchored',
  packed: 'chip-anchored',
  executed: 'chip-confirmed',
  confirmed: 'chip-confirmed',
  failed: 'chip-skipped',
  cancelled: '',
};

/** Where a transaction is; a call that was executed but reverted is told apart. */
export function StateTag({ transaction }: { transaction: SentTransaction }) {
  const { t } = useTranslation('outgoing');
  const language = useLanguage();
  const { state, success, lastError, wish } = transaction;
  const reverted = success === false && state !== 'failed';
  return (
    <span className="title-tags">
      <Tooltip title={lastError && explainSent(lastError, language)}>
        <span
          className={`chip ${reverted ? 'chip-skipped' : chips[state]}`}
          data-state={state}
          data-testid="sent-state"
        >
          {t(`is.${state}`)}
          {reverted && ` · ${t('reverted')}`}
        </span>
      </Tooltip>
      {wish && <small className="muted">{t(`wish.${wish}`)}</small>}
    </span>
  );
}
