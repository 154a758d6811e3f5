import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Popconfirm, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Invitation, type InvitationKind, revokeInvitation } from '../../api/organisation.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { InviteModal } from './InviteModal.tsx';
import { invitationsQuery } from './queries.ts';

const colours = { open: 'blue', accepted: 'green', revoked: 'default', expired: 'orange' } as const;

/** Invitations of people or of organisations: made, listed, taken back. */
export function InvitationsCard({ kind }: { kind: InvitationKind }) {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const list = useInfiniteQuery(invitationsQuery(kind));
  const revoke = useMutation({
    mutationFn: (id: string) => revokeInvitation(kind, id),
    onSuccess: () => client.invalidateQueries({ queryKey: invitationsQuery(kind).queryKey }),
  });
  const isPerson = kind === 'people';
  const what = ({ roles, organisation }: Invitation) =>
    isPerson
      ? roles.map((role) => <Tag key={role}>{t(`roles.${role}.name`)}</Tag>)
      : `${pickText(organisation.name, language)} (${organisation.slug})`;
  return (
    <Card
      title={t(isPerson ? 'invite.list' : 'invite.newOrganisations')}
      className="wrapping-card"
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)} data-testid={`invite-${kind}`}>
          {t(isPerson ? 'invite.person' : 'invite.organisation')}
        </Button>
      }
    >
      {list.error && !list.data && <Problem error={list.error} onRetry={list.refetch} />}
      {revoke.error && <Problem error={revoke.error} />}
      <Table<Invitation>
        rowKey="id"
        dataSource={list.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={list.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('invite.empty')} /> }}
        columns={[
          { title: t('invite.columns.email'), dataIndex: 'email' },
          { title: t('invite.columns.what'), key: 'what', render: (_, invitation) => what(invitation) },
          {
            title: t('invite.columns.state'),
            key: 'state',
            render: (_, { state }) => <Tag color={colours[state]}>{t(`invite.state.${state}`)}</Tag>,
          },
          {
            title: t('invite.columns.until'),
            key: 'until',
            render: (_, { expiresAt }) => formatDateTime(expiresAt, language),
          },
          {
            title: t('invite.columns.actions'),
            key: 'actions',
            render: (_, { id, email, state }) =>
              state === 'open' && (
                <Popconfirm
                  title={t('invite.revokeConfirm', { email })}
                  okText={t('invite.revoke')}
                  cancelText={t('invite.cancel')}
                  okButtonProps={{ danger: true }}
                  onConfirm={() => revoke.mutateAsync(id).catch(() => undefined)}
                >
                  <Button danger size="small">
                    {t('invite.revoke')}
                  </Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {list.hasNextPage && (
        <div className="pager">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('people.more')} →
          </Button>
        </div>
      )}
      <InviteModal kind={kind} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}
