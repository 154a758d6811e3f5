import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Empty, Form, Input, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { sessionQuery } from '../../operator/queries.ts';
import { type Comment, listComments, retractComment, sendComment } from '../api/proposals.ts';
import { MemberName } from '../parts/MemberName.tsx';
import { MorePages } from '../parts/MorePages.tsx';

/** The discussion, kept by the platform and not on the chain. */
export function CommentsCard({ id }: { id: string }) {
  const { t } = useTranslation('governance');
  const client = useQueryClient();
  const queryKey = ['alliance', 'comments', id];
  const [form] = Form.useForm<{ text: string }>();
  const { data: session } = useQuery(sessionQuery);
  const comments = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) => listComments(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  const refresh = () => client.invalidateQueries({ queryKey });
  const add = useMutation({
    mutationFn: (text: string) => sendComment(id, text),
    onSuccess: async () => {
      form.resetFields();
      await refresh();
    },
  });
  const retract = useMutation({ mutationFn: (comment: string) => retractComment(id, comment), onSuccess: refresh });
  const items = comments.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('comments.title')}>
      {comments.error && !comments.data && <Problem error={comments.error} onRetry={comments.refetch} />}
      {!comments.isPending && items.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('comments.empty')} />
      )}
      <ul className="comments">
        {items.map((comment) => (
          <CommentLine key={comment.id} comment={comment} onRetract={() => retract.mutate(comment.id)} />
        ))}
      </ul>
      <MorePages query={comments} />
      {retract.error && <Problem error={retract.error} />}
      {may(session, 'proposal:comment') && (
        <Form form={form} layout="vertical" onFinish={({ text }) => add.mutate(text)}>
          <Form.Item name="text" rules={[{ required: true, whitespace: true, message: t('required') }]}>
            <Input.TextArea rows={3} maxLength={10_000} placeholder={t('comments.placeholder')} data-testid="comment" />
          </Form.Item>
          {add.error && <Problem error={add.error} />}
          <Button htmlType="submit" loading={add.isPending} data-testid="comment-send">
            {t('comments.send')}
          </Button>
        </Form>
      )}
    </Card>
  );
}

function CommentLine({ comment, onRetract }: { comment: Comment; onRetract: () => void }) {
  const { t } = useTranslation('governance');
  const { author, text, createdAt } = comment;
  return (
    <li>
      <b>{author.name}</b>{' '}
      <small>
        <MemberName member={author.member} /> · <Time at={createdAt} />
      </small>
      {text === null ? <p className="muted">{t('comments.retracted')}</p> : <p>{text}</p>}
      {author.own && text !== null && (
        <Popconfirm title={t('comments.retractConfirm')} okText={t('comments.retract')} onConfirm={onRetract}>
          <button type="button" className="text-button">
            {t('comments.retract')}
          </button>
        </Popconfirm>
      )}
    </li>
  );
}
