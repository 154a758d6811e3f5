import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { changeStatus, type IssuedCredential, type StatusChange } from './api.ts';

export interface StatusModalProps {
  chosen: { credential: IssuedCredential; change: StatusChange } | null;
  onClose: () => void;
}

/** Asks for the reason of a suspension, reinstatement or revocation. */
export function StatusModal({ chosen, onClose }: StatusModalProps) {
  const { t } = useTranslation('credentials');
  const { message } = App.useApp();
  const client = useQueryClient();
  const change = chosen?.change ?? 'suspend';
  const save = useMutation({
    mutationFn: (reason: string) => changeStatus(chosen?.credential.id ?? '', { change, reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['credentials'] });
      void message.success(t('change.done'));
      close();
    },
  });
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <Modal open={chosen !== null} title={t(`change.${change}`)} onCancel={close} destroyOnHidden footer={null}>
      <Form layout="vertical" onFinish={({ reason }: { reason: string }) => save.mutate(reason)}>
        <Alert
          className="in-card"
          showIcon
          type={change === 'reinstate' ? 'info' : 'warning'}
          title={t(`change.${change}Text`)}
        />
        <Form.Item
          name="reason"
          label={t('change.reason')}
          rules={[{ required: true, whitespace: true, message: t('change.reasonRequired') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus data-testid="status-reason" />
        </Form.Item>
        {save.error && <Problem error={save.error} />}
        <div className="form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger={change === 'revoke'}
            htmlType="submit"
            loading={save.isPending}
            data-testid="status-submit"
          >
            {t(`change.${change}`)}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
