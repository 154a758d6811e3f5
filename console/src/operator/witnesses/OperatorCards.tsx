import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, InputNumber, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { addWitness, setThreshold } from '../../api/checkpoints.ts';
import { Problem } from '../Problem.tsx';
import { witnessesQuery } from './WitnessTable.tsx';

interface NewWitness {
  url: string;
  vkeys: string;
}

/** For the operator, until an alliance decides: the quorum, and one more witness. */
export function OperatorCards({ threshold }: { threshold: number }) {
  const { t } = useTranslation('witnesses');
  const client = useQueryClient();
  const [form] = Form.useForm<NewWitness>();
  const readAgain = () => client.invalidateQueries({ queryKey: witnessesQuery.queryKey });
  const add = useMutation({
    mutationFn: ({ url, vkeys }: NewWitness) =>
      addWitness({ url: url.trim(), vkeys: vkeys.split('\n').flatMap((line) => line.trim() || []) }),
    onSuccess: () => {
      form.resetFields();
      return readAgain();
    },
  });
  const change = useMutation({ mutationFn: setThreshold, onSuccess: readAgain });
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Card title={t('threshold')}>
        <p className="muted">{t('thresholdHint')}</p>
        {change.error && <Problem error={change.error} />}
        <Form
          key={threshold}
          layout="inline"
          initialValues={{ threshold }}
          onFinish={({ threshold: wanted }: { threshold: number }) => change.mutate(wanted)}
        >
          <Space wrap>
            <Form.Item name="threshold" rules={required}>
              <InputNumber min={0} max={64} precision={0} aria-label={t('threshold')} data-testid="threshold" />
            </Form.Item>
            <Button htmlType="submit" loading={change.isPending}>
              {t('set')}
            </Button>
          </Space>
        </Form>
      </Card>
      <Card title={t('add')}>
        <Alert
          type="info"
          showIcon
          className="in-card"
          title={t('addHint')}
          description={<code>xiangyu witness</code>}
        />
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => add.mutate(values)}>
          <Form.Item name="url" label={t('url')} rules={required}>
            <Input type="url" placeholder="https://witness.example.org/" spellCheck={false} data-testid="witness-url" />
          </Form.Item>
          <Form.Item name="vkeys" label={t('vkeys')} extra={t('vkeysHint')} rules={required}>
            <Input.TextArea rows={4} spellCheck={false} className="mono" data-testid="witness-keys" />
          </Form.Item>
          {add.error && <Problem error={add.error} />}
          <Button type="primary" htmlType="submit" loading={add.isPending} data-testid="add-witness">
            {t('add')}
          </Button>
        </Form>
      </Card>
    </>
  );
}
