import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Popconfirm, Skeleton, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { endSession } from '../../../api/account.ts';
import { formatDateTime } from '../../../format/formatTime.ts';
import { useLanguage } from '../../../i18n/useLanguage.ts';
import { Problem } from '../../Problem.tsx';
import { sessionsQuery } from '../queries.ts';

const methods = ['password', 'passkey', 'wallet', 'sso', 'invitation'] as const;

/** Where the person is signed in, with the way to end each session. */
export function SessionsCard() {
  const { t } = useTranslation('security');
  const language = useLanguage();
  const client = useQueryClient();
  const { data: sessions, error, refetch } = useQuery(sessionsQuery);
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const wordOf = (method: string) => {
    const known = methods.find((one) => one === method);
    return known ? t(`sessions.method.${known}`) : method;
  };
  return (
    <Card title={t('sessions.title')} className="card-wide">
      <div className="stack security-stack">
        {error && !sessions && <Problem error={error} onRetry={refetch} />}
        {!sessions && !error && <Skeleton active />}
        <ul className="security-list" data-testid="sessions">
          {sessions?.map((session) => (
            <li key={session.id}>
              <div>
                <b>{session.device ?? t('sessions.unknown')}</b> <Tag>{wordOf(session.method)}</Tag>
                {session.secondFactor && <Tag color="green">{t('sessions.secondFactor')}</Tag>}
                {session.current && <Tag color="blue">{t('sessions.current')}</Tag>}
                <div className="muted">
                  {t('sessions.seen', { time: formatDateTime(session.lastSeenAt, language) })}
                </div>
              </div>
              {!session.current && (
                <Button danger size="small" onClick={() => end.mutate(session.id)}>
                  {t('sessions.end')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {end.error && <Problem error={end.error} />}
        {sessions && sessions.length > 1 && (
          <div>
            <Popconfirm
              title={t('sessions.endConfirm')}
              okText={t('sessions.endOthers')}
              cancelText={t('sessions.cancel')}
              okButtonProps={{ danger: true }}
              onConfirm={() => end.mutateAsync(null).catch(() => undefined)}
            >
              <Button danger data-testid="end-others">
                {t('sessions.endOthers')}
              </Button>
            </Popconfirm>
          </div>
        )}
      </div>
    </Card>
  );
}
