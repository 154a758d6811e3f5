import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { FormModal } from '../../operator/FormModal.tsx';
import { startThread, type Thread, type ThreadText } from '../api/groups.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { today } from '../parts/localTime.ts';
import { MemberLink } from '../parts/MemberLink.tsx';
import { useChange } from '../parts/useChange.ts';

interface ThreadsProps {
  id: string;
  kind: Thread['kind'];
  writes: boolean;
}

/** The discussions of a group, or the minutes of its meetings. */
export function Threads({ id, kind, writes }: ThreadsProps) {
  const { t } = useTranslation('groups');
  const [starting, setStarting] = useState(false);
  return (
    <>
      {writes && (
        <div className="tab-tools">
          <Button type="primary" onClick={() => setStarting(true)} data-testid={`start-${kind}`}>
            {t(`start.${kind}`)}
          </Button>
          {kind === 'minutes' && <span className="muted">{t('minutesHint')}</span>}
        </div>
      )}
      <EntryList<Thread>
        path={`/groups/${id}/threads`}
        query={{ kind }}
        keyOf={(thread) => thread.id}
        empty={t(kind === 'minutes' ? 'noMinutes' : 'noDiscussions')}
        className="lines"
      >
        {(thread) => <ThreadLine id={id} thread={thread} />}
      </EntryList>
      {starting && <StartThread id={id} kind={kind} onClose={() => setStarting(false)} />}
    </>
  );
}

function ThreadLine({ id, thread }: { id: string; thread: Thread }) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const { title, metOn, author, member, posts, lastPostAt } = thread;
  return (
    <div className="line">
      <div className="line-main">
        <Link to="/cooperation/groups/$id/threads/$threadId" params={{ id, threadId: thread.id }}>
          <b>{title}</b>
        </Link>
        <p className="entry-meta">
          {metOn && <span>{t('metOn', { at: formatDate(`${metOn}T12:00:00Z`, language) })}</span>}
          <span>{author}</span>
          <MemberLink slug={member} />
          <span>{t('posts', { count: posts })}</span>
          <span>{t('lastPost', { at: formatDateTime(lastPostAt, language) })}</span>
        </p>
      </div>
    </div>
  );
}

function StartThread({ id, kind, onClose }: { id: string; kind: Thread['kind']; onClose: () => void }) {
  const { t } = useTranslation(['groups', 'coop']);
  const navigate = useNavigate();
  const start = useChange(
    (text: ThreadText) => startThread(id, text),
    (threadId) => navigate({ to: '/cooperation/groups/$id/threads/$threadId', params: { id, threadId } }),
  );
  return (
    <FormModal<{ title: string; metOn?: string; body: string }>
      title={t(`start.${kind}`)}
      submit={t(`start.${kind}`)}
      initial={{ title: '', body: '', metOn: today() }}
      error={start.error}
      pending={start.isPending}
      onSubmit={({ title, body, metOn = null }) =>
        start.mutate({ kind, title, body, metOn: kind === 'minutes' ? metOn : null })
      }
      onClose={onClose}
    >
      <Form.Item
        name="title"
        label={t('threadTitle')}
        rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      {kind === 'minutes' && (
        <Form.Item name="metOn" label={t('meetingDay')} rules={[{ required: true, message: t('coop:form.needed') }]}>
          <Input type="date" max={today()} />
        </Form.Item>
      )}
      <Form.Item
        name="body"
        label={t('body')}
        extra={t('coop:form.markdown')}
        rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
      >
        <Input.TextArea rows={8} maxLength={kind === 'minutes' ? 40000 : 10000} />
      </Form.Item>
    </FormModal>
  );
}
