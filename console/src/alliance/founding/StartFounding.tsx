import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { FileButton } from '../../operator/transactions/form/FileButton.tsx';
import { startFounding } from '../api/alliance.ts';
import { refreshAlliance } from '../queries.ts';

/** For who runs the platform: hands in the list of founders. It gives no right in the alliance. */
export function StartFounding() {
  const { t } = useTranslation('governance');
  const client = useQueryClient();
  const [form] = Form.useForm<{ members: string }>();
  const { data: session } = useQuery(sessionQuery);
  const start = useMutation({ mutationFn: startFounding, onSuccess: () => refreshAlliance(client) });
  if (!may(session, 'founding:start')) return null;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={({ members }) => start.mutate(members)}>
      <p>{t('founding.startText')}</p>
      <Form.Item>
        <FileButton
          label={t('founding.chooseFile')}
          anyName
          onText={(text) => form.setFieldsValue({ members: text })}
        />
      </Form.Item>
      <Form.Item name="members" label="members.yaml" rules={[{ required: true, message: t('required') }]}>
        <Input.TextArea className="mono" rows={10} spellCheck={false} data-testid="members-yaml" />
      </Form.Item>
      {start.error && <Problem error={start.error} />}
      <Button type="primary" htmlType="submit" loading={start.isPending} data-testid="start-founding">
        {t('founding.start')}
      </Button>
    </Form>
  );
}
