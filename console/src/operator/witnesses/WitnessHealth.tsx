import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WitnessState } from '../../api/checkpoints.ts';

/** Whether a witness answers, and whether it agrees. */
export function WitnessHealth({ witness: { disagrees, failures, lastError, cosignedAt } }: { witness: WitnessState }) {
  const { t } = useTranslation('checkpoints');
  const kind = disagrees ? 'disagrees' : failures > 0 ? 'failing' : cosignedAt === null ? 'new' : 'healthy';
  const chip = { disagrees: 'chip-skipped', failing: 'chip-pending', new: '', healthy: 'chip-confirmed' }[kind];
  return (
    <Tooltip title={lastError}>
      <span className={`chip ${chip}`}>
        {t(`is.${kind}`)}
        {kind === 'failing' && ` ×${failures}`}
      </span>
    </Tooltip>
  );
}
