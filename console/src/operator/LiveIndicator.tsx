import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../live/LiveProvider.tsx';

/** Whether the numbers on the page move by themselves. */
export function LiveIndicator() {
  const { t } = useTranslation('shell');
  const state = useLiveState();
  return (
    <Tooltip title={state === 'live' ? t('live.liveHint') : t('live.offlineHint')}>
      <span className={`live live-${state}`} role="status" data-testid="live" data-state={state}>
        <i aria-hidden="true" />
        {t(`live.${state}`)}
      </span>
    </Tooltip>
  );
}
