import '../lineage.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Card, Checkbox, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { startRecall } from './api.ts';

interface Given {
  things: string;
  reason: string;
  instructions: string;
  mock?: boolean;
}

const readThings = (text: string) => [...new Set(text.split(/\s+/).filter(Boolean))].slice(0, 20);

/** Starts a recall or an exercise. */
export function StartRecallPage() {
  const { t } = useTranslation('recalls');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { epc = '' } = useSearch({ from: '/recalls/new' });
  const [form] = Form.useForm<Given>();
  const mock = Form.useWatch('mock', form) ?? false;
  const [first] = readThings(Form.useWatch('things', form) ?? epc);
  const start = useMutation({
    mutationFn: ({ things, reason, instructions, mock: exercise = false }: Given) =>
      startRecall({ things: readThings(things), reason, instructions, mock: exercise }),
    onSuccess: ({ id }) => {
      void client.invalidateQueries({ queryKey: ['recalls'] });
      void navigate({ to: '/recalls/$id', params: { id } });
    },
  });
  const long = { min: 3, whitespace: true, required: true, message: t('tooShort') };
  const submit = (
    <Button type="primary" danger={!mock} loading={start.isPending} {...(mock && { htmlType: 'submit' })}>
      {mock ? t('submitMock') : t('submit')}
    </Button>
  );
  return (
    <>
      <Link to="/recalls" className="back">
        ← {t('back')}
      </Link>
      <PageHead title={t('start')} lead={t('who')} />
      <Card>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ things: epc, mock: false }}
          onFinish={(given: Given) => start.mutate(given)}
        >
          <Form.Item
            name="things"
            label={t('things')}
            extra={t('thingsHint')}
            rules={[{ required: true, whitespace: true, message: t('thingsMissing') }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} data-testid="recall-things" />
          </Form.Item>
          <Form.Item name="reason" label={t('reason')} rules={[long]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} data-testid="recall-reason" />
          </Form.Item>
          <Form.Item name="instructions" label={t('instructions')} rules={[long]}>
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} data-testid="recall-instructions" />
          </Form.Item>
          <Form.Item name="mock" valuePropName="checked">
            <Checkbox data-testid="recall-mock">{t('isMock')}</Checkbox>
          </Form.Item>
          {start.error && (
            <div className="in-card">
              <Problem error={start.error} />
            </div>
          )}
          <div className="recall-actions">
            {mock ? (
              submit
            ) : (
              <Popconfirm
                title={t('confirm')}
                okText={t('submit')}
                cancelText={t('cancel')}
                onConfirm={() => form.submit()}
                styles={{ root: { maxWidth: 340 } }}
              >
                {submit}
              </Popconfirm>
            )}
            {first && (
              <Link to="/lineage" search={{ epc: first, direction: 'forward' }}>
                {t('preview')}
              </Link>
            )}
          </div>
        </Form>
      </Card>
    </>
  );
}
