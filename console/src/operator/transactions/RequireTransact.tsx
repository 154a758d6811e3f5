import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session.ts';
import { sessionQuery } from '../queries.ts';

/** Whether the person may send transactions; false until that is known. */
export function useMayTransact(): boolean {
  const { data: session } = useQuery(sessionQuery);
  return may(session, 'transaction:submit');
}

/** Its children, for those who may send transactions; for others why they see nothing, and what to do. */
export function RequireTransact({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['outgoing', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const may = useMayTransact();
  if (isPending) return <Skeleton active />;
  if (may) return children;
  return session?.principal ? (
    <Alert type="info" showIcon title={t('notPermitted')} description={t('notPermittedText')} />
  ) : (
    <Alert
      type="info"
      showIcon
      title={t('signInFirst')}
      action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
    />
  );
}
