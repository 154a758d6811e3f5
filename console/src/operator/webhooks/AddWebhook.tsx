import '../keys/keys.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type TransactionState, transactionStates } from '../../api/transactions.ts';
import { createWebhook } from '../../api/webhooks.ts';
import { Problem } from '../Problem.tsx';
import { refreshWebhooks } from './queries.ts';
import { SecretModal } from './SecretModal.tsx';

/** Makes a webhook, then shows its secret the one time that it can be seen. */
export function AddWebhook({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['webhooks', 'outgoing']);
  const client = useQueryClient();
  const make = useMutation({ mutationFn: createWebhook, onSuccess: () => refreshWebhooks(client) });
  if (make.data) return <SecretModal secret={make.data.secret} onClose={onClose} />;
  return (
    <Modal open title={t('create')} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ states: ['executed', 'confirmed', 'failed', 'cancelled'] }}
        onFinish={({ url, states }: { url: string; states: TransactionState[] }) =>
          make.mutate({ url: url.trim(), states })
        }
      >
        <Form.Item
          name="url"
          label={t('url')}
          extra={t('urlHint')}
          validateTrigger="onBlur"
          rules={[{ required: true, pattern: /^\s*https?:\/\/\S+\s*$/i, message: t('badUrl') }]}
        >
          <Input
            type="url"
            placeholder="https://erp.example.org/hooks"
            spellCheck={false}
            autoFocus
            data-testid="webhook-url"
          />
        </Form.Item>
        <Form.Item name="states" label={t('told')} rules={[{ required: true, message: t('toldRequired') }]}>
          <Checkbox.Group
            className="webhook-states"
            options={transactionStates.map((value) => ({ value, label: t(`outgoing:is.${value}`) }))}
          />
        </Form.Item>
        {make.error && <Problem error={make.error} />}
        <div className="form-end">
          <Button onClick={onClose}>{t('keep')}</Button>
          <Button type="primary" htmlType="submit" loading={make.isPending} data-testid="create-webhook">
            {t('create')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
