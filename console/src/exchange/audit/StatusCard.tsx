import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { getStatus } from '../api/audit.ts';

const kinds = { 'in time': 'success', warning: 'warning', refusing: 'error' } as const;
const names = { 'in time': 'inTime', warning: 'warning', refusing: 'refusing' } as const;

/** Whether the records get onto the chain in time. */
export function StatusCard() {
  const { t } = useTranslation('xAudit');
  const { data } = useQuery({
    queryKey: ['exchange', 'status'],
    queryFn: ({ signal }) => getStatus(signal),
    refetchInterval: 5_000,
  });
  if (!data) return null;
  const { state, chained, anchored, waiting, latenessSeconds, limitSeconds } = data;
  return (
    <Alert
      type={kinds[state]}
      showIcon
      className="in-card"
      data-testid="anchoring"
      title={t(`status.${names[state]}`)}
      description={t('status.counts', {
        chained,
        anchored,
        waiting,
        minutes: Math.ceil(latenessSeconds / 60),
        hours: Math.round(limitSeconds / 360) / 10,
      })}
    />
  );
}
