import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { FormModal } from '../../operator/FormModal.tsx';
import { withdrawClaim } from '../api/achievements.ts';
import { useChange } from '../parts/useChange.ts';

/** Takes a claim back, with a reason that everybody may read. */
export function WithdrawClaim({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation(['achievements', 'coop']);
  const withdraw = useChange((reason: string) => withdrawClaim(id, reason), onClose);
  return (
    <FormModal<{ reason: string }>
      title={t('withdraw')}
      submit={t('withdraw')}
      danger
      initial={{ reason: '' }}
      error={withdraw.error}
      pending={withdraw.isPending}
      onSubmit={({ reason }) => withdraw.mutate(reason)}
      onClose={onClose}
    >
      <p className="muted">{t('withdrawHint')}</p>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormModal>
  );
}
