import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { closeRecall } from './api.ts';

/** Ends a recall with what came of it. */
export function CloseRecall({ id }: { id: string }) {
  const { t } = useTranslation('recalls');
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: ({ outcome }: { outcome: string }) => closeRecall(id, outcome),
    onSuccess: (changed) => {
      client.setQueryData(['recalls', id], changed);
      void client.invalidateQueries({ queryKey: ['recalls'], exact: true });
    },
  });
  return (
    <Card title={t('close')} className="recall-noprint">
      <Form layout="vertical" requiredMark={false} onFinish={(given: { outcome: string }) => close.mutate(given)}>
        <Form.Item
          name="outcome"
          label={t('outcome')}
          extra={t('closeText')}
          rules={[{ required: true, min: 3, whitespace: true, message: t('tooShort') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        {close.error && (
          <div className="in-card">
            <Problem error={close.error} />
          </div>
        )}
        <Button danger htmlType="submit" loading={close.isPending}>
          {t('closeNow')}
        </Button>
      </Form>
    </Card>
  );
}
