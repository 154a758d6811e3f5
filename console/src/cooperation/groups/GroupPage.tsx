import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button, Card, Space, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDate } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { closeGroup, type Group, getGroup, leaveGroup } from '../api/groups.ts';
import { Back } from '../parts/Back.tsx';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useSession } from '../parts/useSession.ts';
import { useText } from '../parts/useText.ts';
import type { GroupSearch } from '../searches.ts';
import { Documents } from './Documents.tsx';
import { EditGroup } from './EditGroup.tsx';
import { JoinGroup } from './JoinGroup.tsx';
import { People } from './People.tsx';
import { Threads } from './Threads.tsx';

/** One working group: for everybody what it is, for its people what is in it. */
export function GroupPage() {
  const { id } = useParams({ from: '/cooperation/groups/$id' });
  const query = useQuery({
    queryKey: ['cooperation', 'group', id],
    queryFn: ({ signal }) => getGroup(id, signal),
  });
  return <Loaded query={query}>{(group) => <View group={group} />}</Loaded>;
}

function View({ group }: { group: Group }) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const text = useText();
  const [editing, setEditing] = useState(false);
  const { id, mine, closedAt, members, people, createdAt } = group;
  const belongs = mine?.state === 'active';
  const chairs = belongs && mine.role === 'chair' && closedAt === null;
  return (
    <>
      <Back to="/cooperation/groups" text={t('title')} />
      <PageHead
        title={text(group.name)}
        actions={
          <Space wrap>
            {chairs && <Button onClick={() => setEditing(true)}>{t('change')}</Button>}
            {mine && (
              <ConfirmButton
                room="cooperation"
                ask={t(belongs ? 'confirmLeave' : 'confirmTakeBack')}
                run={() => leaveGroup(id)}
              >
                {t(belongs ? 'leave' : 'takeBack')}
              </ConfirmButton>
            )}
            {chairs && (
              <ConfirmButton room="cooperation" danger ask={t('confirmClose')} run={() => closeGroup(id)}>
                {t('close')}
              </ConfirmButton>
            )}
          </Space>
        }
      />
      <div className="stack">
        {closedAt && <Alert type="info" showIcon title={t('closedSince', { at: formatDate(closedAt, language) })} />}
        <Card>
          <Markdown text={text(group.summary)} />
          <p className="entry-meta">
            <span>{t('people', { count: people })}</span>
            <span>{t('since', { at: formatDate(createdAt, language) })}</span>
          </p>
          <p className="entry-meta">
            {members.map((slug) => (
              <MemberLink key={slug} slug={slug} />
            ))}
          </p>
          {!belongs && closedAt === null && <JoinGroup group={group} />}
        </Card>
        {belongs ? <Inside group={group} chairs={chairs} /> : <Alert type="info" showIcon title={t('insideHidden')} />}
      </div>
      {editing && <EditGroup group={group} onClose={() => setEditing(false)} />}
    </>
  );
}

function Inside({ group, chairs }: { group: Group; chairs: boolean }) {
  const { t } = useTranslation('groups');
  const navigate = useNavigate();
  const { tab = 'documents' } = useSearch({ from: '/cooperation/groups/$id' });
  const { principal } = useSession();
  const { id, closedAt } = group;
  // Whoever only views in its organisation reads here too.
  const roles = principal?.roles ?? [];
  const writes =
    closedAt === null && ['admin', 'operator', 'developer', 'steward'].some((role) => roles.includes(role as 'admin'));
  return (
    <Card className="group-inside">
      <Tabs
        activeKey={tab}
        onChange={(key) =>
          void navigate({
            to: '/cooperation/groups/$id',
            params: { id },
            search: { tab: key as NonNullable<GroupSearch['tab']> },
            replace: true,
          })
        }
        items={[
          { key: 'documents', label: t('documents'), children: <Documents id={id} writes={writes} chairs={chairs} /> },
          {
            key: 'discussion',
            label: t('discussions'),
            children: <Threads id={id} kind="discussion" writes={writes} />,
          },
          { key: 'minutes', label: t('minutes'), children: <Threads id={id} kind="minutes" writes={writes} /> },
          { key: 'people', label: t('peopleTab'), children: <People id={id} chairs={chairs} /> },
        ]}
      />
    </Card>
  );
}
