import { useTranslation } from 'react-i18next';
import type { EvidenceStatus } from '../api/getJourney.ts';

/** How far a record's evidence has come. */
export function StatusTag({ status }: { status: EvidenceStatus }) {
  const { t } = useTranslation('common');
  return <span className={`chip chip-${status}`}>{t(`status.${status}`)}</span>;
}
