import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type SingleSignOn, setSingleSignOn } from '../../api/organisation.ts';
import { Problem } from '../Problem.tsx';
import { singleSignOnQuery } from './queries.ts';

interface Values {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  domains: string[];
}

export interface SingleSignOnModalProps {
  present: SingleSignOn | null;
  open: boolean;
  onClose: () => void;
}

/** Sets the identity provider up; the platform reads its configuration at once. */
export function SingleSignOnModal({ present, open, onClose }: SingleSignOnModalProps) {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: ({ clientSecret, ...rest }: Values) => setSingleSignOn(clientSecret ? { ...rest, clientSecret } : rest),
    onSuccess: async () => {
      onClose();
      await client.invalidateQueries({ queryKey: singleSignOnQuery.queryKey });
    },
  });
  const required = { required: true, message: t('sso.required') };
  return (
    <Modal open={open} title={t('sso.title')} footer={null} onCancel={onClose} destroyOnHidden>
      <Form
        layout="vertical"
        requiredMark={false}
        initialValues={{
          issuer: present?.issuer ?? '',
          clientId: present?.clientId ?? '',
          domains: present?.domains.map(({ domain }) => domain) ?? [],
        }}
        onFinish={(values: Values) => save.mutate(values)}
      >
        <Form.Item name="issuer" label={t('sso.issuer')} extra={t('sso.issuerHint')} rules={[required]}>
          <Input type="url" placeholder="https://login.example.org" data-testid="sso-issuer" />
        </Form.Item>
        <Form.Item name="clientId" label={t('sso.clientId')} rules={[required]}>
          <Input autoComplete="off" maxLength={200} data-testid="sso-client" />
        </Form.Item>
        <Form.Item
          name="clientSecret"
          label={t('sso.clientSecret')}
          {...(present ? { extra: t('sso.secretKept') } : { rules: [required] })}
        >
          <Input.Password autoComplete="off" maxLength={500} data-testid="sso-secret" />
        </Form.Item>
        <Form.Item name="domains" label={t('sso.domains')} extra={t('sso.domainsHint')}>
          <Select mode="tags" open={false} suffixIcon={null} data-testid="sso-domains" />
        </Form.Item>
        {save.error && <Problem error={save.error} />}
        <div className="form-end">
          <Button onClick={onClose}>{t('sso.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="sso-submit">
            {t('sso.save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
