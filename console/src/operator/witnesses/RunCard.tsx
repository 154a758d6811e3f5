import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { publishWitness } from '../../api/nodes.ts';
import { may } from '../../api/session.ts';
import { CommandLine } from '../../nodes/CommandLine.tsx';
import { Copyable } from '../Copyable.tsx';
import { Problem } from '../Problem.tsx';
import { logQuery, sessionQuery } from '../queries.ts';

/** How a member runs a witness: start it, publish where it is, have its account set on the chain. */
export function RunCard({ isVoted }: { isVoted: boolean }) {
  const { t } = useTranslation('witnesses');
  const { data: session } = useQuery(sessionQuery);
  const { data: log } = useQuery(logQuery);
  const key = log?.logKey ?? 'LOG_KEY';
  return (
    <Card title={t('run')}>
      <p className="muted">{t('runLead')}</p>
      <ol className="join-steps">
        <li>
          {t('runStart')}
          <CommandLine
            text={`npx xiangyu witness --data ./witness --name witness.example.org --listen 0.0.0.0:8090 --log ${key}`}
          />
        </li>
        <li>
          {isVoted ? t('runRegister') : t('runTell')}
          {isVoted && (
            <CommandLine
              text={`npx xiangyu alliance node-keys --folder ./key --witness 0x… --url ${window.location.origin}`}
            />
          )}
        </li>
        <li>
          {t('runPublish')}
          {may(session, 'nodes:join') ? <PublishForm /> : <p className="muted">{t('runSignIn')}</p>}
        </li>
        {isVoted && <li>{t('runElect')}</li>}
      </ol>
    </Card>
  );
}

function PublishForm() {
  const { t } = useTranslation('witnesses');
  const publish = useMutation({
    mutationFn: ({ url, vkeys }: { url: string; vkeys: string }) =>
      publishWitness({ url: url.trim(), vkeys: vkeys.split('\n').flatMap((line) => line.trim() || []) }),
  });
  const required = [{ required: true, message: t('required') }];
  return (
    <Form
      className="publish-witness"
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => publish.mutate(values)}
    >
      <Form.Item name="url" label={t('url')} rules={required}>
        <Input type="url" placeholder="https://witness.example.org/" spellCheck={false} data-testid="profile-url" />
      </Form.Item>
      <Form.Item name="vkeys" label={t('vkeys')} extra={t('vkeysHint')} rules={required}>
        <Input.TextArea rows={4} spellCheck={false} className="mono" data-testid="profile-keys" />
      </Form.Item>
      {publish.error && <Problem error={publish.error} />}
      {publish.data && (
        <Alert
          className="in-card"
          type="success"
          showIcon
          title={t('profilePublished', { name: publish.data.name })}
          description={<Copyable text={publish.data.address} full />}
        />
      )}
      <Button htmlType="submit" loading={publish.isPending} data-testid="publish-witness">
        {t('publish')}
      </Button>
    </Form>
  );
}
