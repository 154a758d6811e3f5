import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EvidenceStatus } from '../api/getJourney.ts';

const colors = { pending: 'orange', integrated: 'orange', anchored: 'cyan', confirmed: 'green' } as const;

/** How far a record's evidence has come. */
export function StatusTag({ status }: { status: EvidenceStatus }) {
  const { t } = useTranslation('common');
  return <Tag color={colors[status]}>{t(`status.${status}`)}</Tag>;
}
