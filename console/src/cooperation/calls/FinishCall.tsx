import { useTranslation } from 'react-i18next';
import type { LocalText } from '../../i18n/language.ts';
import { FormModal } from '../../operator/FormModal.tsx';
import { finishCall } from '../api/calls.ts';
import { LocalTextFields } from '../parts/LocalTextFields.tsx';
import { useChange } from '../parts/useChange.ts';

/** Publishes what came of a call. */
export function FinishCall({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('calls');
  const finish = useChange((outcome: LocalText) => finishCall(id, outcome), onClose);
  return (
    <FormModal<{ outcome: LocalText }>
      title={t('finish')}
      submit={t('finish')}
      initial={{ outcome: { zh: '', en: '' } }}
      error={finish.error}
      pending={finish.isPending}
      onSubmit={({ outcome }) => finish.mutate(outcome)}
      onClose={onClose}
    >
      <LocalTextFields
        name="outcome"
        label={t('outcome')}
        max={20000}
        rows={8}
        required
        markdown
        hint={t('outcomeHint')}
      />
    </FormModal>
  );
}
