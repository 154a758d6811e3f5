import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../operator/Problem.tsx';
import { listUses, object } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { UsesList } from './UsesList.tsx';

/** What a person sees of the uses of data about them, with a way to object. */
export function OwnUses({ session, onLeave }: { session: string; onLeave: () => void }) {
  const { t } = useTranslation(['xCitizens', 'exchange']);
  const [use, setUse] = useState<string | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['exchange', 'ownUses'],
    queryFn: ({ pageParam }) => listUses(session, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    gcTime: 0,
  });
  if (query.error) return <Problem error={query.error} onRetry={onLeave} />;
  if (!query.data) return <Skeleton active />;
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <Card title={t('public.mine')} extra={<Button onClick={onLeave}>{t('public.leave')}</Button>}>
      <UsesList
        view={{ items, lookups: query.data.pages[0]?.lookups ?? [] }}
        actions={({ id, objection }) =>
          objection ? null : <Button onClick={() => setUse(id)}>{t('public.object')}</Button>
        }
      />
      {query.hasNextPage && (
        <div className="x-more">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('exchange:more')}
          </Button>
        </div>
      )}
      {use && (
        <ReasonModal
          title={t('public.object')}
          text={t('public.objectText')}
          submit={t('public.sendObjection')}
          label={t('public.why')}
          run={(words) => object(session, use, words)}
          onClose={() => setUse(null)}
        />
      )}
    </Card>
  );
}
