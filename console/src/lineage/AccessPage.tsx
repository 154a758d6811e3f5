import './lineage.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Radio, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../api/session.ts';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { sessionQuery } from '../operator/queries.ts';
import { type AccessSettings, audienceKinds, getAccess, putAccess } from './api.ts';

interface Given {
  kind: AccessSettings['audience']['kind'];
  members?: string[];
  parties: string[];
}

/** Who may see the own events when a capture does not say. */
export function AccessPage() {
  const { t } = useTranslation('lineage');
  const { data, error, refetch } = useQuery({ queryKey: ['access'], queryFn: ({ signal }) => getAccess(signal) });
  return (
    <>
      <PageHead title={t('access.title')} lead={t('access.lead')} />
      {error && <Problem error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      {data && (
        <Card>
          <Settings settings={data} />
        </Card>
      )}
    </>
  );
}

function Settings({ settings }: { settings: AccessSettings }) {
  const { t } = useTranslation('lineage');
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const [form] = Form.useForm<Given>();
  const kind = Form.useWatch('kind', form) ?? settings.audience.kind;
  const save = useMutation({
    mutationFn: ({ kind: chosen, members = [], parties }: Given) =>
      putAccess({ audience: { kind: chosen, members: chosen === 'members' ? members : [] }, parties }),
    onSuccess: (saved) => client.setQueryData(['access'], saved),
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!may(session, 'trace:set-audience')}
      initialValues={{ kind: settings.audience.kind, members: settings.audience.members, parties: settings.parties }}
      onFinish={(given: Given) => save.mutate(given)}
    >
      <Form.Item name="kind" label={t('access.audience')}>
        <Radio.Group vertical options={audienceKinds.map((value) => ({ value, label: t(`access.kind.${value}`) }))} />
      </Form.Item>
      {kind === 'members' && (
        <Form.Item
          name="members"
          label={t('access.members')}
          extra={t('access.membersHint')}
          rules={[{ required: true, message: t('access.membersHint') }]}
        >
          <Select mode="tags" open={false} tokenSeparators={[',', ' ']} />
        </Form.Item>
      )}
      <Form.Item name="parties" label={t('access.parties')} extra={t('access.partiesHint')}>
        <Select mode="tags" open={false} tokenSeparators={[',', ' ']} />
      </Form.Item>
      <p className="muted">{t('access.note')}</p>
      {save.error && <Problem error={save.error} />}
      {save.isSuccess && <Alert type="success" showIcon title={t('access.saved')} className="in-card" />}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('access.save')}
      </Button>
    </Form>
  );
}
