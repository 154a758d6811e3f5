import '../cooperation.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button, Card, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../explorer/parts/Loaded.tsx';
import { formatDate, formatDateTime } from '../../format/formatTime.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { addPost, getGroup, getThread, type Post, removePost, type Thread } from '../api/groups.ts';
import { EntryList } from '../parts/EntryList.tsx';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { Statement } from '../parts/Statement.tsx';
import { useChange } from '../parts/useChange.ts';
import { useText } from '../parts/useText.ts';

/** One discussion of a group, or the minutes of one meeting. */
export function ThreadPage() {
  const { id, threadId } = useParams({ from: '/cooperation/groups/$id/threads/$threadId' });
  const query = useQuery({
    queryKey: ['cooperation', 'thread', id, threadId],
    queryFn: ({ signal }) => getThread(id, threadId, signal),
  });
  return <Loaded query={query}>{(thread) => <View id={id} thread={thread} />}</Loaded>;
}

function View({ id, thread }: { id: string; thread: Thread }) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const text = useText();
  const { data: group } = useQuery({
    queryKey: ['cooperation', 'group', id],
    queryFn: ({ signal }) => getGroup(id, signal),
  });
  const tab = thread.kind;
  const chairs = group?.mine?.state === 'active' && group.mine.role === 'chair';
  return (
    <>
      <Link to="/cooperation/groups/$id" params={{ id }} search={{ tab }} className="back">
        ← {text(group?.name) || t('title')}
      </Link>
      <PageHead title={thread.title} />
      <div className="stack">
        {thread.kind === 'minutes' && (
          <Card>
            <p className="entry-meta">
              {thread.metOn && <b>{t('metOn', { at: formatDate(`${thread.metOn}T12:00:00Z`, language) })}</b>}
              {thread.statementId && (
                <span>
                  {t('stated')} <Statement id={thread.statementId} />
                </span>
              )}
            </p>
          </Card>
        )}
        <EntryList<Post>
          path={`/groups/${id}/threads/${thread.id}/posts`}
          query={{ perPage: 50 }}
          keyOf={(post) => post.id}
          empty={t('noPosts')}
          className="posts"
        >
          {(post) => <PostView id={id} threadId={thread.id} post={post} chairs={chairs} />}
        </EntryList>
        {group?.closedAt === null && <Reply id={id} threadId={thread.id} />}
      </div>
    </>
  );
}

interface PostProps {
  id: string;
  threadId: string;
  post: Post;
  chairs: boolean;
}

function PostView({ id, threadId, post, chairs }: PostProps) {
  const { t } = useTranslation('groups');
  const language = useLanguage();
  const { author, member, createdAt, body, own } = post;
  return (
    <Card size="small">
      <p className="entry-meta post-head">
        <b>{author}</b> <MemberLink slug={member} />
        <time dateTime={createdAt}>{formatDateTime(createdAt, language)}</time>
        {body !== null && (own || chairs) && (
          <ConfirmButton
            room="cooperation"
            type="text"
            size="small"
            danger
            ask={t('confirmRemovePost')}
            run={() => removePost(id, threadId, post.id)}
          >
            {t('removePost')}
          </ConfirmButton>
        )}
      </p>
      {body === null ? <p className="muted">{t('removedPost')}</p> : <Markdown text={body} />}
    </Card>
  );
}

function Reply({ id, threadId }: { id: string; threadId: string }) {
  const { t } = useTranslation(['groups', 'coop']);
  const [form] = Form.useForm<{ body: string }>();
  const post = useChange(
    (body: string) => addPost(id, threadId, body),
    () => form.resetFields(),
  );
  return (
    <Card title={t('reply')}>
      <Form form={form} layout="vertical" onFinish={({ body }) => post.mutate(body)}>
        <Form.Item
          name="body"
          extra={t('coop:form.markdown')}
          rules={[{ required: true, whitespace: true, message: t('coop:form.needed') }]}
        >
          <Input.TextArea rows={4} maxLength={10000} aria-label={t('reply')} data-testid="reply" />
        </Form.Item>
        {post.error && <Problem error={post.error} />}
        <Button type="primary" htmlType="submit" loading={post.isPending} data-testid="send-reply">
          {t('send')}
        </Button>
      </Form>
    </Card>
  );
}
