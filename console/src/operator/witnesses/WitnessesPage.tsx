import '../../explorer/explorer.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input, InputNumber, Popconfirm, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { addWitness, removeWitness, setThreshold, type WitnessSet } from '../../api/checkpoints.ts';
import { PageHead } from '../PageHead.tsx';
import { Problem } from '../Problem.tsx';
import { WitnessTable, witnessesQuery } from './WitnessTable.tsx';

interface NewWitness {
  url: string;
  vkeys: string;
}

/** For the operator: who vouches for the log, and how many of them have to. */
export function WitnessesPage() {
  const { t } = useTranslation('witnesses');
  const client = useQueryClient();
  const { data } = useQuery(witnessesQuery);
  const [form] = Form.useForm<NewWitness>();
  const keep = (set: WitnessSet) => client.setQueryData(witnessesQuery.queryKey, set);
  const add = useMutation({
    mutationFn: ({ url, vkeys }: NewWitness) =>
      addWitness({ url: url.trim(), vkeys: vkeys.split('\n').flatMap((line) => line.trim() || []) }),
    onSuccess: (set) => {
      keep(set);
      form.resetFields();
    },
  });
  const remove = useMutation({ mutationFn: removeWitness, onSuccess: keep });
  const change = useMutation({ mutationFn: setThreshold, onSuccess: keep });
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="stack">
        <Card title={t('present')}>
          {remove.error && <Problem error={remove.error} />}
          <WitnessTable
            actions={({ name }) => (
              <Popconfirm
                title={t('confirm', { name })}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutateAsync(name)}
              >
                <Button size="small" danger>
                  {t('remove')}
                </Button>
              </Popconfirm>
            )}
          />
        </Card>
        <Card title={t('threshold')}>
          <p className="muted">{t('thresholdHint')}</p>
          {change.error && <Problem error={change.error} />}
          <Form
            key={data?.threshold}
            layout="inline"
            initialValues={{ threshold: data?.threshold }}
            onFinish={({ threshold }: { threshold: number }) => change.mutate(threshold)}
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
              <Input
                type="url"
                placeholder="https://witness.example.org/"
                spellCheck={false}
                data-testid="witness-url"
              />
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
      </div>
    </>
  );
}
