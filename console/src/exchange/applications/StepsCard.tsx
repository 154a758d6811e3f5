import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Skeleton, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useText } from '../../cooperation/parts/useText.ts';
import { Time } from '../../explorer/parts/Time.tsx';
import { Problem } from '../../operator/Problem.tsx';
import type { ApplicationStep } from '../api/applications.ts';
import { listPage } from '../api/common.ts';
import { Card } from '../parts/Card.tsx';

const colours: Record<string, string> = {
  refused: 'red',
  overdue: 'red',
  escalated: 'red',
  disputed: 'orange',
  returned: 'orange',
  narrowed: 'orange',
  approved: 'green',
  granted: 'green',
};

/** What happened to an application, as a time line, oldest first. */
export function StepsCard({ id, changed }: { id: string; changed: string }) {
  const { t } = useTranslation(['xAsking', 'exchange']);
  const text = useText();
  const steps = useInfiniteQuery({
    queryKey: ['exchange', 'steps', id, changed],
    queryFn: ({ pageParam, signal }) =>
      listPage<ApplicationStep>(`/applications/${id}/steps`, { perPage: 50, pageToken: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    placeholderData: (before) => before,
  });
  const items = steps.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('one.steps')} data-testid="steps">
      {steps.error && <Problem error={steps.error} onRetry={steps.refetch} />}
      {steps.isPending && <Skeleton active />}
      {steps.data && items.length === 0 && <p className="muted">{t('one.noSteps')}</p>}
      <Timeline
        items={items.map(({ at, step, actor, words }) => ({
          key: `${at} ${step}`,
          color: colours[step] ?? 'blue',
          content: (
            <>
              <div>{text(words)}</div>
              <div className="muted">
                {actor && `${actor} · `}
                <Time at={at} />
              </div>
            </>
          ),
        }))}
      />
      {steps.hasNextPage && <Button onClick={() => void steps.fetchNextPage()}>{t('exchange:more')}</Button>}
    </Card>
  );
}
