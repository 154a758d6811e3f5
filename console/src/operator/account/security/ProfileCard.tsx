import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Input, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Account, renameAccount } from '../../../api/account.ts';
import { Problem } from '../../Problem.tsx';
import { useMemberNames } from '../../useMemberNames.ts';

/** Who one is: name, address, organisation, roles. */
export function ProfileCard({ account }: { account: Account }) {
  const { t } = useTranslation(['security', 'shell']);
  const client = useQueryClient();
  const nameOf = useMemberNames();
  const [name, setName] = useState<string | null>(null);
  const rename = useMutation({
    mutationFn: renameAccount,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['account'] });
      await client.invalidateQueries({ queryKey: ['session'] });
      setName(null);
    },
  });
  return (
    <Card title={t('profile.title')}>
      <dl className="rows security-rows">
        <dt>{t('profile.name')}</dt>
        <dd>
          {name === null ? (
            <Space>
              {account.name}
              <Button size="small" onClick={() => setName(account.name)} data-testid="rename">
                {t('profile.change')}
              </Button>
            </Space>
          ) : (
            <Space.Compact block>
              <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} data-testid="name" />
              <Button
                type="primary"
                disabled={name.trim() === ''}
                loading={rename.isPending}
                onClick={() => rename.mutate(name.trim())}
              >
                {t('profile.save')}
              </Button>
            </Space.Compact>
          )}
        </dd>
        <dt>{t('profile.email')}</dt>
        <dd>{account.email}</dd>
        <dt>{t('profile.organisation')}</dt>
        <dd>{nameOf(account.member)}</dd>
        <dt>{t('profile.roles')}</dt>
        <dd>
          {account.roles.map((role) => (
            <Tag key={role}>{t(`shell:session.role.${role}`)}</Tag>
          ))}
        </dd>
      </dl>
      {rename.error && <Problem error={rename.error} />}
    </Card>
  );
}
