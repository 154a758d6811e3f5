import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { rotateDid } from './api.ts';

/** Gives the own DID a new key. */
export function RotateModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('credentials');
  const { message } = App.useApp();
  const client = useQueryClient();
  const rotate = useMutation({
    mutationFn: rotateDid,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['did'] });
      void message.success(t('did.rotated'));
      close();
    },
  });
  const close = () => {
    rotate.reset();
    onClose();
  };
  return (
    <Modal open={open} title={t('did.rotate')} onCancel={close} destroyOnHidden footer={null}>
      <Form
        layout="vertical"
        onFinish={({ reason, compromised = false }: { reason: string; compromised?: boolean }) =>
          rotate.mutate({ reason, compromised })
        }
      >
        <p>{t('did.rotateText')}</p>
        <Form.Item
          name="reason"
          label={t('change.reason')}
          rules={[{ required: true, whitespace: true, message: t('change.reasonRequired') }]}
        >
          <Input maxLength={200} autoFocus data-testid="rotate-reason" />
        </Form.Item>
        <Form.Item name="compromised" valuePropName="checked" extra={t('did.compromisedText')}>
          <Checkbox>{t('did.compromised')}</Checkbox>
        </Form.Item>
        {rotate.error && <Problem error={rotate.error} />}
        <div className="form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={rotate.isPending} data-testid="rotate-submit">
            {t('did.rotateSubmit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
