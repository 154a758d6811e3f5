import { useTranslation } from 'react-i18next';
import type { TransferState } from '../api/transfers.ts';

/** Where a transfer stands; null while the request is on its way. */
export function TransferStateTag({ state }: { state: TransferState | null }) {
  const { t } = useTranslation('xTransfers');
  const shown = state ?? 'REQUESTED';
  return <span className={`chip chip-transfer-${shown}`}>{t(`state.${shown}`)}</span>;
}
