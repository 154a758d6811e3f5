import './credentials.css';
import { useMutation } from '@tanstack/react-query';
import { Button, Card, Collapse, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../operator/PageHead.tsx';
import { Problem } from '../operator/Problem.tsx';
import { createChallenge, verifyCredential } from './api.ts';
import { ReportView } from './ReportView.tsx';
import { TextOrFile } from './TextOrFile.tsx';

interface Values {
  text: string;
  challenge?: string;
  domain?: string;
}

const given = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);

/** Verifies what somebody showed; open to everybody. */
export function VerifyPage() {
  const { t } = useTranslation('credentials');
  const [form] = Form.useForm<Values>();
  const verify = useMutation({ mutationFn: verifyCredential });
  const domain = window.location.host;
  const make = useMutation({
    mutationFn: () => createChallenge(given(form.getFieldValue('domain') as string) ?? domain),
    onSuccess: (made) => form.setFieldsValue({ challenge: made.challenge, domain: made.domain }),
  });
  const finish = (values: Values) => {
    const challenge = given(values.challenge);
    const wanted = given(values.domain);
    verify.mutate({
      credential: values.text.trim(),
      ...(challenge === undefined ? {} : { challenge }),
      ...(wanted === undefined ? {} : { domain: wanted }),
    });
  };
  return (
    <>
      <PageHead title={t('verify.title')} lead={t('verify.lead')} />
      <div className="stack">
        <Card>
          <Form<Values> form={form} layout="vertical" onFinish={finish}>
            <Form.Item
              name="text"
              label={t('verify.text')}
              rules={[{ required: true, whitespace: true, message: t('verify.required') }]}
            >
              <TextOrFile />
            </Form.Item>
            <Collapse
              ghost
              items={[
                {
                  key: 'presentation',
                  label: t('verify.forPresentation'),
                  forceRender: true,
                  children: (
                    <>
                      <Form.Item name="domain" label={t('verify.domain')}>
                        <Input maxLength={200} placeholder={domain} />
                      </Form.Item>
                      <Form.Item name="challenge" label={t('verify.challenge')} extra={t('verify.challengeHint')}>
                        <Input maxLength={200} data-testid="verify-challenge" />
                      </Form.Item>
                      <Button loading={make.isPending} onClick={() => make.mutate()} data-testid="make-challenge">
                        {t('verify.makeChallenge')}
                      </Button>
                      {make.error && <Problem error={make.error} />}
                    </>
                  ),
                },
              ]}
            />
            <div className="form-end">
              <Button
                type="primary"
                size="large"
                htmlType="submit"
                loading={verify.isPending}
                data-testid="verify-submit"
              >
                {t('verify.submit')}
              </Button>
            </div>
          </Form>
        </Card>
        {verify.error && <Problem error={verify.error} />}
        {verify.data && <ReportView report={verify.data} />}
      </div>
    </>
  );
}
