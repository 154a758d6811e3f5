import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, DatePicker, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { type Certificate, type CertificateAction, changeCertificate } from './api.ts';

interface ChangeModalProps {
  chosen: { certificate: Certificate; action: CertificateAction } | null;
  onClose: () => void;
}

interface Values {
  reason: string;
  since?: { startOf(unit: 'day'): { toISOString(): string } } | null;
}

/** Asks why a certificate is suspended, reinstated or withdrawn, and from which day on. */
export function ChangeModal({ chosen, onClose }: ChangeModalProps) {
  const { t } = useTranslation('inspector');
  const { message } = App.useApp();
  const client = useQueryClient();
  const action = chosen?.action ?? 'suspend';
  const save = useMutation({
    mutationFn: ({ reason, since }: Values) =>
      changeCertificate(chosen?.certificate.id ?? '', {
        action,
        reason,
        ...(since ? { effectiveAt: since.startOf('day').toISOString() } : {}),
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['certificates'] });
      await client.invalidateQueries({ queryKey: ['certificate'] });
      void message.success(t('change.done'));
      close();
    },
  });
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <Modal
      open={chosen !== null}
      title={`${t(`change.${action}`)} ${chosen?.certificate.number ?? ''}`}
      onCancel={close}
      destroyOnHidden
      footer={null}
    >
      <Form<Values> layout="vertical" onFinish={(values) => save.mutate(values)}>
        <Alert
          className="in-card"
          showIcon
          type={action === 'reinstate' ? 'info' : 'warning'}
          title={t(`change.${action}Text`)}
        />
        <Form.Item
          name="reason"
          label={t('change.reason')}
          rules={[{ required: true, whitespace: true, message: t('change.reasonRequired') }]}
        >
          <Input.TextArea rows={2} maxLength={500} autoFocus data-testid="change-reason" />
        </Form.Item>
        <Form.Item name="since" label={t('change.since')} extra={t('change.sinceHint')}>
          <DatePicker disabledDate={(day) => day.startOf('day').valueOf() > Date.now()} />
        </Form.Item>
        {save.error && <Problem error={save.error} />}
        <div className="inspector-form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger={action === 'withdraw'}
            htmlType="submit"
            loading={save.isPending}
            data-testid="change-submit"
          >
            {t(`change.${action}`)}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
