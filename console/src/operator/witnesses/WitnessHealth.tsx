import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WitnessState } from '../../api/checkpoints.ts';

const chips = {
  disagrees: 'chip-skipped',
  unlisted: 'chip-pending',
  failing: 'chip-pending',
  new: '',
  healthy: 'chip-confirmed',
} as const;

function kindOf({ disagrees, failures, cosignedAt, reachable }: WitnessState): keyof typeof chips {
  if (disagrees) return 'disagrees';
  if (!reachable) return 'unlisted';
  if (failures > 0) return 'failing';
  return cosignedAt === null ? 'new' : 'healthy';
}

/** Whether a witness answers, and whether it agrees; the reason is for those who operate. */
export function WitnessHealth({ witness, error }: { witness: WitnessState; error?: string | undefined }) {
  const { t } = useTranslation('checkpoints');
  const kind = kindOf(witness);
  return (
    <Tooltip title={error}>
      <span className={`chip ${chips[kind]}`}>
        {t(`is.${kind}`)}
        {kind === 'failing' && ` ×${witness.failures}`}
      </span>
    </Tooltip>
  );
}
