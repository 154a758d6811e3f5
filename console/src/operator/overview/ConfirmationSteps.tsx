import './levels.css';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ConfirmationLevel } from '../../api/getLog.ts';

const levels = ['packed', 'executed', 'confirmed', 'finalized'] as const;

/** The way of a checkpoint from a block to the point of no return. */
export function ConfirmationSteps({ level }: { level: ConfirmationLevel }) {
  const { t } = useTranslation('evidence');
  const reached = (levels as readonly string[]).indexOf(level);
  return (
    <Tooltip title={t('levelHint')}>
      <ol className="levels" aria-label={`${t('level.title')}: ${t(`level.${level}`)}`}>
        {levels.map((one, at) => (
          <li key={one} className={at <= reached ? 'reached' : ''} aria-current={at === reached ? 'step' : undefined}>
            <i aria-hidden="true">{at <= reached ? '✓' : at + 1}</i>
            {t(`level.${one}`)}
          </li>
        ))}
      </ol>
    </Tooltip>
  );
}
