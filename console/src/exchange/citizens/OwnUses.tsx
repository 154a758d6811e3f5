import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Problem } from '../../operator/Problem.tsx';
import { type DepartmentUses, listUses, object } from '../api/using.ts';
import { Card } from '../parts/Card.tsx';
import { ReasonModal } from '../parts/ReasonModal.tsx';
import { UsesList } from './UsesList.tsx';

/** What a person sees of the uses of data about them at one department, with a way to object. */
export function OwnUses({ found, onLeave }: { found: DepartmentUses; onLeave: () => void }) {
  const { t } = useTranslation(['xCitizens', 'exchange']);
  const text = useText();
  const { department, session, ...first } = found;
  const [use, setUse] = useState<string | null>(null);
  const query = useInfiniteQuery({
    queryKey: ['exchange', 'ownUses', department.slug],
    queryFn: ({ pageParam }) => listUses(session.token, pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    initialData: { pages: [first], pageParams: [null] },
    // Every look is a record that the person sees: the page does not look again by itself.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (query.error) return <Problem error={query.error} onRetry={onLeave} />;
  const items = query.data.pages.flatMap((page) => page.items);
  return (
    <Card title={t('public.from', { department: text(department.name) })}>
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
          run={(words) => object(session.token, use, words)}
          onClose={() => setUse(null)}
        />
      )}
    </Card>
  );
}
