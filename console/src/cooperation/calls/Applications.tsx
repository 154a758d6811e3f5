import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../operator/ConfirmButton.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { type Application, type Call, withdrawApplication } from '../api/calls.ts';
import { listPage } from '../api/common.ts';
import { Markdown } from '../parts/Markdown.tsx';
import { MemberLink } from '../parts/MemberLink.tsx';
import { Statement } from '../parts/Statement.tsx';
import { useSession } from '../parts/useSession.ts';
import { ApplyModal } from './ApplyModal.tsx';
import { DecideCall } from './DecideCall.tsx';

/** The applications that the reader's organisation may see, and what it may do with them. */
export function Applications({ call }: { call: Call }) {
  const { t } = useTranslation('calls');
  const { principal, member, may } = useSession();
  if (!principal) {
    return (
      <Alert
        type="info"
        showIcon
        title={t(call.state === 'open' ? 'signInToApply' : 'signInToRead')}
        action={<Link to="/signin">{t('signIn')}</Link>}
      />
    );
  }
  if (!may('cooperation:read-applications')) return <Alert type="info" showIcon title={t('mayNotRead')} />;
  return <Readable call={call} own={member ?? ''} />;
}

function Readable({ call, own }: { call: Call; own: string }) {
  const { t } = useTranslation('calls');
  const { may } = useSession();
  const [open, setOpen] = useState<'apply' | 'decide' | null>(null);
  const { id, state, member } = call;
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['cooperation', 'applications', id],
    queryFn: ({ pageParam, signal }) =>
      listPage<Application>(`/calls/${id}/applications`, { perPage: 100, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
  });
  // A decision is on all of them, and the own one may be anywhere.
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const mine = items.find((one) => one.member === own);
  const isCaller = member === own;
  const complete = data !== undefined && !hasNextPage;
  return (
    <Card
      title={t('applications')}
      loading={isPending}
      extra={
        <Space wrap>
          {isCaller && state === 'closed' && complete && may('cooperation:decide-call') && (
            <Button type="primary" onClick={() => setOpen('decide')} data-testid="decide-call">
              {t('decide')}
            </Button>
          )}
          {!isCaller && state === 'open' && !mine && complete && may('cooperation:apply') && (
            <Button type="primary" onClick={() => setOpen('apply')} data-testid="apply">
              {t('apply')}
            </Button>
          )}
        </Space>
      }
    >
      {error && <Problem error={error} />}
      {!isCaller && state === 'open' && <p className="muted">{t('sealed')}</p>}
      {isCaller && state === 'open' && <p className="muted">{t('sealedForOthers')}</p>}
      {complete && items.length === 0 && <p className="muted">{t(isCaller ? 'noApplications' : 'noneVisible')}</p>}
      {items.map((application) => (
        <ApplicationView key={application.id} application={application}>
          {application.member === own && state === 'open' && may('cooperation:apply') && (
            <Space wrap>
              <Button onClick={() => setOpen('apply')}>{t('changeApplication')}</Button>
              <ConfirmButton room="cooperation" danger ask={t('confirmWithdraw')} run={() => withdrawApplication(id)}>
                {t('withdraw')}
              </ConfirmButton>
            </Space>
          )}
        </ApplicationView>
      ))}
      {open === 'apply' && (
        <ApplyModal id={id} {...(mine ? { application: mine } : {})} onClose={() => setOpen(null)} />
      )}
      {open === 'decide' && <DecideCall id={id} applications={items} onClose={() => setOpen(null)} />}
    </Card>
  );
}

function ApplicationView({ application, children }: { application: Application; children: React.ReactNode }) {
  const { t } = useTranslation('calls');
  const { member, title, body, result, reason, statementId } = application;
  return (
    <article className="application">
      <h3>{title}</h3>
      <p className="entry-meta">
        <MemberLink slug={member} />
        {result && (
          <span className={`chip ${result === 'accepted' ? 'chip-confirmed' : ''}`}>{t(`result.${result}`)}</span>
        )}
        <span>{t('handedIn')}</span> <Statement id={statementId} />
      </p>
      {reason && <Alert type={result === 'accepted' ? 'success' : 'info'} title={reason} className="in-card" />}
      <Markdown text={body} />
      {children}
    </article>
  );
}
