import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { holdCredential } from './api.ts';
import { TextOrFile } from './TextOrFile.tsx';

/** Takes a credential that somebody sent into the wallet. */
export function HoldModal({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('credentials');
  const { message } = App.useApp();
  const client = useQueryClient();
  const hold = useMutation({
    mutationFn: holdCredential,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['credentials'] });
      void message.success(t('hold.done'));
      close();
    },
  });
  const close = () => {
    hold.reset();
    onClose();
  };
  return (
    <Modal open={open} title={t('add')} onCancel={close} destroyOnHidden footer={null}>
      <Form layout="vertical" onFinish={({ text }: { text: string }) => hold.mutate(text.trim())}>
        <Form.Item
          name="text"
          label={t('hold.text')}
          extra={t('hold.hint')}
          rules={[{ required: true, whitespace: true, message: t('hold.required') }]}
        >
          <TextOrFile />
        </Form.Item>
        {hold.error && <Problem error={hold.error} />}
        <div className="form-end">
          <Button onClick={close}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={hold.isPending} data-testid="hold-submit">
            {t('hold.submit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
