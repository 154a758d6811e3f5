import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Confirmation, Space } from '../api/common.ts';

/** Which of the two spaces something is in. */
export function SpaceTag({ space }: { space: Space }) {
  const { t } = useTranslation('chain');
  return <span className={`chip chip-${space}`}>{t(`space.${space}`)}</span>;
}

/** Whether a transaction did what it was to do. */
export function StatusMark({ status }: { status: 'success' | 'failed' | 'unknown' }) {
  const { t } = useTranslation('chain');
  if (status === 'unknown') return <span className="muted">{t('status.unknown')}</span>;
  return (
    <span className={`status-mark status-${status}`}>
      {status === 'success' ? <CheckCircleFilled /> : <CloseCircleFilled />} {t(`status.${status}`)}
    </span>
  );
}

/** How sure it is that the order stays; the bound of the risk is in words on hover. */
export function ConfirmationTag({ confirmation: { level, risk } }: { confirmation: Confirmation }) {
  const { t } = useTranslation('chain');
  const hint = risk === null ? t('risk.unknown') : t('risk.bound', { risk: formatRisk(risk) });
  return (
    <Tooltip title={hint}>
      <span className={`chip chip-level-${level}`} data-testid="confirmation">
        {t(`level.${level}`)}
        {/* The node's bound of 90 % only says that it is early. */}
        {risk !== null && risk < 0.5 && <small> ≤ {formatRisk(risk)}</small>}
      </span>
    </Tooltip>
  );
}

function formatRisk(risk: number): string {
  if (risk >= 0.01) return `${Math.round(risk * 100)}%`;
  const power = Math.ceil(Math.log10(risk) - 1e-9);
  return `10⁻${[...String(-power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`;
}

/** Whether a block gives its epoch the order. */
export function PivotTag({ pivot, skipped = false }: { pivot: boolean; skipped?: boolean }) {
  const { t } = useTranslation('chain');
  const kind = skipped ? 'skipped' : pivot ? 'pivot' : 'offPivot';
  return <span className={`chip chip-${kind}`}>{t(`blockKind.${kind}`)}</span>;
}
