import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../operator/queries.ts';
import { type ExchangeRight, useMay } from './useMay.ts';

type Bare<Right> = Right extends `exchange:${infer Name}` ? Name : never;

/** Its children for those who may; for others why they see nothing, and what to do. */
export function Gate({ right, children }: { right: ExchangeRight; children: ReactNode }) {
  const { t } = useTranslation(['exchange', 'shell']);
  const { data: session, isPending } = useQuery(sessionQuery);
  const may = useMay();
  // The colon of a right's name would be taken for the end of a dictionary's.
  const bare = right.slice('exchange:'.length) as Bare<ExchangeRight>;
  if (isPending) return <Skeleton active />;
  if (may(right)) return children;
  return session?.principal ? (
    <Alert
      type="info"
      showIcon
      title={t(`right.${bare}`)}
      description={t('right.next')}
      action={<Link to="/rights">{t('shell:nav.rights')}</Link>}
    />
  ) : (
    <Alert
      type="info"
      showIcon
      title={t('right.signIn')}
      action={<Link to="/signin">{t('shell:session.signIn')}</Link>}
    />
  );
}
