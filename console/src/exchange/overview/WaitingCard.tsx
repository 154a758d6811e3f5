import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ListQuery, listPage } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';

interface WaitingCardProps {
  name: 'inbox' | 'overdue' | 'returned' | 'held' | 'given' | 'duties' | 'objections' | 'disputes' | 'anomalies';
  path: string;
  query: ListQuery;
  to: NonNullable<LinkProps['to']>;
  search?: object;
}

const most = 100;

/** How many of something there are, with the way to them; nothing when it cannot be told. */
export function WaitingCard({ name, path, query, to, search = {} }: WaitingCardProps) {
  const { t } = useTranslation('xOverview');
  const { data } = useQuery({
    queryKey: ['exchange', 'waiting', path, query],
    queryFn: ({ signal }) => listPage<unknown>(path, { ...query, perPage: most }, signal),
    refetchInterval: 15_000,
    retry: false,
  });
  if (!data) return null;
  const count = `${data.items.length}${data.nextPageToken === null ? '' : '+'}`;
  return (
    <Link to={to} search={search as never} data-testid={`waiting-${name}`}>
      <Card size="small" hoverable>
        <span className="muted">{t(`waiting.${name}`)}</span>
        <b className={data.items.length === 0 ? 'muted' : ''}>{count}</b>
      </Card>
    </Link>
  );
}
