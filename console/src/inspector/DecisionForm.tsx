import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../operator/Problem.tsx';
import { decideFinding, type FindingState, type FullFinding } from './api.ts';

/** Confirms or dismisses a finding, or opens it again, with a note that becomes part of the record. */
export function DecisionForm({ finding }: { finding: FullFinding }) {
  const { t } = useTranslation('inspector');
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<{ note: string }>();
  const [state, setState] = useState<FindingState>('confirmed');
  const decide = useMutation({
    mutationFn: (note: string) => decideFinding(finding.id, { state, note }),
    onSuccess: async () => {
      form.resetFields();
      await client.invalidateQueries({ queryKey: ['findings'] });
      void message.success(t('decision.done'));
    },
  });
  const choices: FindingState[] = finding.state === 'open' ? ['confirmed', 'dismissed'] : ['open'];
  return (
    <Form<{ note: string }> form={form} layout="vertical" onFinish={({ note }) => decide.mutate(note)}>
      <Form.Item
        name="note"
        label={t('decision.note')}
        extra={t('decision.noteHint')}
        rules={[{ required: true, whitespace: true, message: t('decision.noteRequired') }]}
      >
        <Input.TextArea rows={3} maxLength={2_000} data-testid="decision-note" />
      </Form.Item>
      {decide.error && <Problem error={decide.error} />}
      <div className="inspector-actions">
        {choices.map((choice) => (
          <Button
            key={choice}
            htmlType="submit"
            type={choice === 'confirmed' ? 'primary' : 'default'}
            danger={choice === 'confirmed'}
            loading={decide.isPending && state === choice}
            data-testid={`decide-${choice}`}
            onClick={() => setState(choice)}
          >
            {t(`decision.${choice}`)}
          </Button>
        ))}
      </div>
    </Form>
  );
}
