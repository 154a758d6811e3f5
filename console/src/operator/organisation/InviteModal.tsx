import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InvitationKind, Invited } from '../../api/organisation.ts';
import { inviteOrganisation, invitePerson } from '../../api/organisation.ts';
import type { Role } from '../../api/session.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { InvitedLink } from './InvitedLink.tsx';
import { OrganisationFields } from './OrganisationFields.tsx';
import { RolesField } from './RolesField.tsx';

interface Values {
  email: string;
  language: string;
  roles?: Role[];
  slug?: string;
  zh?: string;
  en?: string;
  kinds?: string[];
}

function send(kind: InvitationKind, values: Values): Promise<Invited> {
  const { language } = values;
  const email = values.email.trim();
  if (kind === 'people') return invitePerson({ email, language, roles: values.roles ?? [] });
  const { slug = '', zh = '', en = '', kinds = [] } = values;
  return inviteOrganisation({ email, language, organisation: { slug, name: { zh: zh.trim(), en: en.trim() }, kinds } });
}

export interface InviteModalProps {
  kind: InvitationKind;
  open: boolean;
  onClose: () => void;
}

/** Invites a person, or the first administrator of a new organisation. */
export function InviteModal({ kind, open, onClose }: InviteModalProps) {
  const { t } = useTranslation(['organisation', 'common']);
  const language = useLanguage();
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (values: Values) => send(kind, values),
    onSuccess: () => client.invalidateQueries({ queryKey: ['organisation', 'invitations'] }),
  });
  const close = () => {
    invite.reset();
    onClose();
  };
  const isPerson = kind === 'people';
  const fields: ReactNode = isPerson ? <RolesField /> : <OrganisationFields />;
  return (
    <Modal
      open={open}
      title={t(isPerson ? 'invite.person' : 'invite.organisation')}
      footer={null}
      onCancel={close}
      mask={{ closable: !invite.data }}
      destroyOnHidden
    >
      {invite.data ? (
        <InvitedLink invited={invite.data} onClose={close} />
      ) : (
        <Form
          layout="vertical"
          requiredMark={false}
          initialValues={{ language, roles: ['viewer'], kinds: ['enterprise'] }}
          onFinish={(values: Values) => invite.mutate(values)}
        >
          <p className="muted">{t(isPerson ? 'invite.lead' : 'invite.organisationLead')}</p>
          <Form.Item
            name="email"
            label={t('invite.email')}
            validateTrigger="onBlur"
            rules={[{ required: true, type: 'email', message: t('invite.emailInvalid') }]}
          >
            <Input type="email" autoComplete="off" autoFocus data-testid="invite-email" />
          </Form.Item>
          {fields}
          <Form.Item name="language" label={t('invite.language')}>
            <Segmented
              options={[
                { value: 'zh-CN', label: t('common:language.zh') },
                { value: 'en', label: t('common:language.en') },
              ]}
            />
          </Form.Item>
          {invite.error && <Problem error={invite.error} />}
          <div className="form-end">
            <Button onClick={close}>{t('invite.cancel')}</Button>
            <Button type="primary" htmlType="submit" loading={invite.isPending} data-testid="invite-submit">
              {t('invite.submit')}
            </Button>
          </div>
        </Form>
      )}
    </Modal>
  );
}
