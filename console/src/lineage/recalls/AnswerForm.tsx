import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { type Answer, answerRecall, answers, type Recall } from './api.ts';

interface Given {
  answer: Answer;
  amount?: string;
  note?: string;
}

/** What the own organisation did with what it has. */
export function AnswerForm({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const client = useQueryClient();
  const { id, own } = recall;
  const send = useMutation({
    mutationFn: ({ answer, amount, note }: Given) =>
      answerRecall(id, { answer, amount: amount?.trim() || null, note: note?.trim() || null }),
    onSuccess: (changed) => {
      client.setQueryData(['recalls', id], changed);
      void client.invalidateQueries({ queryKey: ['recalls'], exact: true });
    },
  });
  return (
    <Card title={t('yourAnswer')} className="recall-noprint">
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{ answer: own?.answer, amount: own?.amount, note: own?.note }}
        onFinish={(given: Given) => send.mutate(given)}
      >
        <Form.Item name="answer" rules={[{ required: true, message: t('waitingHint') }]}>
          <Radio.Group options={answers.map((value) => ({ value, label: t(`answers.${value}`) }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('amount')}>
          <Input maxLength={200} placeholder={t('amountHint')} />
        </Form.Item>
        <Form.Item name="note" label={t('note')}>
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
        </Form.Item>
        {send.error && (
          <div className="in-card">
            <Problem error={send.error} />
          </div>
        )}
        {send.isSuccess && <Alert type="success" showIcon title={t('sent')} className="in-card" />}
        <div className="recall-actions">
          <Button type="primary" htmlType="submit" loading={send.isPending} data-testid="recall-answer">
            {t('send')}
          </Button>
          <span className="muted">{t('correct')}</span>
        </div>
      </Form>
    </Card>
  );
}
