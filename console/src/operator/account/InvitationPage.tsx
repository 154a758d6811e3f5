import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Form, Input, Segmented, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptInvitation, lookAtInvitation } from '../../api/organisation.ts';
import { canUsePasskeys, makeInvitedPasskey } from '../../api/passkeys.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { methodsQuery } from './queries.ts';
import { useFragmentToken } from './useFragmentToken.ts';

/** Somebody who was invited makes the account: with a passkey, or with a password. */
export function InvitationPage() {
  const { t } = useTranslation('account');
  const token = useFragmentToken();
  return (
    <AccountFrame title={t('invitation.title')} lead={t('invitation.lead')}>
      {token === null ? (
        <Alert type="warning" showIcon title={t('invitation.noToken')} description={t('invitation.noTokenText')} />
      ) : (
        <Invitation token={token} />
      )}
    </AccountFrame>
  );
}

function Invitation({ token }: { token: string }) {
  const { t } = useTranslation(['account', 'shell']);
  const language = useLanguage();
  const { data, error } = useQuery({
    queryKey: ['invitation'],
    queryFn: ({ signal }) => lookAtInvitation(token, signal),
    gcTime: 0,
  });
  if (error) return <Problem error={error} />;
  if (!data) return <Skeleton active />;
  return (
    <>
      <dl className="rows invitation" data-testid="invitation">
        <dt>{t('invitation.organisation')}</dt>
        <dd>
          <b>{pickText(data.organisation.name, language)}</b>
          {data.organisation.isNew && <div className="muted">{t('invitation.isNew')}</div>}
        </dd>
        <dt>{t('invitation.email')}</dt>
        <dd>{data.email}</dd>
        <dt>{t('invitation.roles')}</dt>
        <dd>
          {data.roles.map((role) => (
            <Tag key={role}>{t(`shell:session.role.${role}`)}</Tag>
          ))}
        </dd>
        <dt>{t('invitation.until')}</dt>
        <dd>{formatDateTime(data.expiresAt, language)}</dd>
      </dl>
      <AcceptForm token={token} email={data.email} />
    </>
  );
}

function AcceptForm({ token, email }: { token: string; email: string }) {
  const { t } = useTranslation('account');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: methods } = useQuery(methodsQuery);
  const passkeys = canUsePasskeys(methods?.passkeyDomain);
  const [chosen, setChosen] = useState<'passkey' | 'password' | null>(null);
  const way = chosen ?? (passkeys ? 'passkey' : 'password');
  const accept = useMutation({
    mutationFn: async ({ name, password }: { name: string; password?: string }) => {
      const person = { token, name: name.trim() };
      if (way === 'password') return acceptInvitation({ ...person, password: password ?? '' });
      const response = await makeInvitedPasskey(person);
      return acceptInvitation({
        ...person,
        passkey: { name: t('invitation.passkeyName', { name: person.name }), response },
      });
    },
    onSuccess: async () => {
      // The invitation itself is used up: asking for it again would be refused.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'invitation' });
      await navigate({ to: '/' });
    },
  });
  return (
    <Form layout="vertical" requiredMark={false} onFinish={accept.mutate}>
      <input type="hidden" name="email" autoComplete="username" value={email} readOnly />
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: true, whitespace: true, message: t('invalid.name') }]}
      >
        <Input size="large" autoComplete="name" maxLength={80} data-testid="name" />
      </Form.Item>
      {passkeys && (
        <Segmented
          block
          vertical
          className="in-card"
          value={way}
          onChange={setChosen}
          options={[
            { value: 'passkey', label: t('invitation.withPasskey') },
            { value: 'password', label: t('invitation.withPassword') },
          ]}
        />
      )}
      {way === 'passkey' ? <p className="muted">{t('invitation.passkeyHint')}</p> : <NewPasswordFields />}
      {accept.error && <Problem error={accept.error} />}
      <Button type="primary" size="large" block htmlType="submit" loading={accept.isPending} data-testid="submit">
        {t('invitation.submit')}
      </Button>
    </Form>
  );
}
