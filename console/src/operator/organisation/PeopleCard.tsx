import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Empty, Input, Popconfirm, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endPersonSessions, type Person, removePerson } from '../../api/organisation.ts';
import { may } from '../../api/session.ts';
import { formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { Problem } from '../Problem.tsx';
import { sessionQuery } from '../queries.ts';
import { useProblemMessage } from '../useProblemMessage.ts';
import { ChangeRoles } from './ChangeRoles.tsx';
import { peopleQuery } from './queries.ts';

/** The people of the organisation; administrators change their roles, sign them out and remove them. */
export function PeopleCard() {
  const { t } = useTranslation('organisation');
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const { data: session } = useQuery(sessionQuery);
  const [q, setQ] = useState('');
  const [changed, setChanged] = useState<Person | null>(null);
  const people = useInfiniteQuery(peopleQuery(q));
  const onError = useProblemMessage();
  const remove = useMutation({
    mutationFn: removePerson,
    onSuccess: () => client.invalidateQueries({ queryKey: ['organisation'] }),
    onError,
  });
  const end = useMutation({
    mutationFn: endPersonSessions,
    onSuccess: () => void message.success(t('people.ended')),
    onError,
  });
  const self = session?.principal?.id;
  const confirm = { cancelText: t('invite.cancel'), okButtonProps: { danger: true } };
  const actions = (person: Person) => (
    <Space wrap>
      {may(session, 'people:set-roles') && (
        <Button size="small" onClick={() => setChanged(person)} data-testid="change-roles">
          {t('people.change')}
        </Button>
      )}
      {may(session, 'people:end-sessions') && person.id !== self && (
        <Popconfirm
          title={t('people.endConfirm', { name: person.name })}
          okText={t('people.end')}
          {...confirm}
          onConfirm={() => end.mutateAsync(person.id).catch(() => undefined)}
        >
          <Button size="small">{t('people.end')}</Button>
        </Popconfirm>
      )}
      {may(session, 'people:remove') && person.id !== self && (
        <Popconfirm
          title={t('people.removeConfirm', { name: person.name })}
          okText={t('people.remove')}
          {...confirm}
          onConfirm={() => remove.mutateAsync(person.id).catch(() => undefined)}
        >
          <Button size="small" danger data-testid="remove-person">
            {t('people.remove')}
          </Button>
        </Popconfirm>
      )}
    </Space>
  );
  const administers = may(session, 'people:set-roles');
  return (
    <Card
      title={t('people.title')}
      className="wrapping-card"
      extra={<Input.Search allowClear placeholder={t('people.search')} onSearch={setQ} className="people-search" />}
    >
      {people.error && !people.data && <Problem error={people.error} onRetry={people.refetch} />}
      <Table<Person>
        rowKey="id"
        dataSource={people.data?.pages.flatMap(({ items }) => items) ?? []}
        loading={people.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: <Empty description={t('people.empty')} /> }}
        columns={[
          {
            title: t('people.columns.name'),
            key: 'name',
            render: (_, { id, name, email }) => (
              <>
                <b>{name}</b> {id === self && <Tag color="blue">{t('people.you')}</Tag>}
                <div className="muted">{email}</div>
              </>
            ),
          },
          {
            title: t('people.columns.roles'),
            key: 'roles',
            render: (_, { roles }) => roles.map((role) => <Tag key={role}>{t(`roles.${role}.name`)}</Tag>),
          },
          { title: t('people.columns.security'), key: 'security', render: (_, person) => <Ways person={person} /> },
          {
            title: t('people.columns.seen'),
            key: 'seen',
            render: (_, { lastSeenAt }) => (lastSeenAt ? formatDateTime(lastSeenAt, language) : t('people.never')),
          },
          ...(administers
            ? [
                {
                  title: t('people.columns.actions'),
                  key: 'actions',
                  render: (_: unknown, person: Person) => actions(person),
                },
              ]
            : []),
        ]}
      />
      {people.hasNextPage && (
        <div className="pager">
          <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('people.more')} →
          </Button>
        </div>
      )}
      <ChangeRoles key={changed?.id} person={changed} onClose={() => setChanged(null)} />
    </Card>
  );
}

function Ways({ person: { secondFactor, passkeys, singleSignOn } }: { person: Person }) {
  const { t } = useTranslation('organisation');
  if (!secondFactor && passkeys === 0 && !singleSignOn) return <Tag color="orange">{t('people.passwordOnly')}</Tag>;
  return (
    <>
      {passkeys > 0 && <Tag color="green">{t('people.passkeys')}</Tag>}
      {secondFactor && <Tag color="green">{t('people.secondFactor')}</Tag>}
      {singleSignOn && <Tag>{t('people.sso')}</Tag>}
    </>
  );
}
