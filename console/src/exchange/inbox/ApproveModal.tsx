import { useTranslation } from 'react-i18next';
import { approve } from '../api/applications.ts';
import { ReasonModal } from '../parts/ReasonModal.tsx';

/** Approves an application as it was asked for. */
export function ApproveModal({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('xAsking');
  return (
    <ReasonModal
      title={t('act.approve')}
      text={t('act.approveText')}
      label={t('act.approveWords')}
      submit={t('act.approve')}
      needed={false}
      run={(text) => approve(id, text === '' ? {} : { words: { zh: text, en: text } })}
      onClose={onClose}
    />
  );
}
