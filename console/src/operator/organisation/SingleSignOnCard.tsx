import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Popconfirm, Skeleton, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removeSingleSignOn } from '../../api/organisation.ts';
import { Copyable } from '../Copyable.tsx';
import { Problem } from '../Problem.tsx';
import { singleSignOnQuery } from './queries.ts';
import { SingleSignOnModal } from './SingleSignOnModal.tsx';

/** The organisation's identity provider. */
export function SingleSignOnCard() {
  const { t } = useTranslation('organisation');
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(singleSignOnQuery);
  const [open, setOpen] = useState(false);
  const remove = useMutation({
    mutationFn: removeSingleSignOn,
    onSuccess: () => client.invalidateQueries({ queryKey: singleSignOnQuery.queryKey }),
  });
  return (
    <Card title={t('sso.title')}>
      <div className="stack setting-stack">
        <p>{t('sso.lead')}</p>
        {isPending && <Skeleton active />}
        {error && <Problem error={error} onRetry={refetch} />}
        {data === null && <p className="muted">{t('sso.none')}</p>}
        {data && (
          <dl className="rows">
            <dt>{t('sso.issuer')}</dt>
            <dd>{data.issuer}</dd>
            <dt>{t('sso.clientId')}</dt>
            <dd>{data.clientId}</dd>
            <dt>{t('sso.domains')}</dt>
            <dd>
              {data.domains.map(({ domain, confirmed }) => (
                <Tag key={domain} color={confirmed ? 'green' : 'orange'}>
                  {domain} · {t(confirmed ? 'sso.confirmed' : 'sso.waiting')}
                </Tag>
              ))}
            </dd>
            <dt>{t('sso.redirect')}</dt>
            <dd>
              <Copyable text={data.redirectUri} full />
            </dd>
          </dl>
        )}
        {remove.error && <Problem error={remove.error} />}
        {!isPending && !error && (
          <Space wrap>
            <Button onClick={() => setOpen(true)} data-testid="set-sso">
              {t(data ? 'sso.change' : 'sso.setUp')}
            </Button>
            {data && (
              <Popconfirm
                title={t('sso.removeConfirm')}
                okText={t('sso.remove')}
                cancelText={t('sso.cancel')}
                okButtonProps={{ danger: true }}
                onConfirm={() => remove.mutateAsync().catch(() => undefined)}
              >
                <Button danger>{t('sso.remove')}</Button>
              </Popconfirm>
            )}
          </Space>
        )}
      </div>
      <SingleSignOnModal present={data ?? null} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}
