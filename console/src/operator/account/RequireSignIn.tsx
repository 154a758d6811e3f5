import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../queries.ts';

/** Shows its content to signed-in people, and the way in to all others. */
export function RequireSignIn({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { data: session, isPending } = useQuery(sessionQuery);
  if (isPending) return <Skeleton active />;
  if (session?.principal) return children;
  return <Alert type="info" showIcon title={title} action={<Link to="/signin">{t('session.signIn')}</Link>} />;
}
