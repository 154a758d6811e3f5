import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Empty, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../format/formatTime.ts';
import { pickText } from '../i18n/language.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { Problem } from '../operator/Problem.tsx';
import { useMemberNames } from '../operator/useMemberNames.ts';
import {
  countFindings,
  type Detector,
  detectors,
  type Finding,
  type FindingFilter,
  type FindingState,
  findingStates,
  listFindings,
} from './api.ts';
import { InspectorHead } from './InspectorHead.tsx';
import { FindingTag, nameOfSubject, Score } from './parts.tsx';

/** What the examination found doubtful, the most doubtful first. */
export function FindingsPage() {
  return <InspectorHead page="findings">{() => <Findings />}</InspectorHead>;
}

function Findings() {
  const { t } = useTranslation('inspector');
  const [filter, setFilter] = useState<FindingFilter>({ state: 'open' });
  const counts = useQuery({ queryKey: ['findings', 'counts'], queryFn: ({ signal }) => countFindings(signal) });
  const found = useInfiniteQuery({
    queryKey: ['findings', 'list', filter],
    queryFn: ({ pageParam, signal }) => listFindings(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextPageToken,
    refetchInterval: 15_000,
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const waiting = (detector: Detector) =>
    counts.data?.find((one) => one.detector === detector && one.state === 'open')?.count ?? 0;
  return (
    <div className="stack">
      <div className="inspector-counts">
        {detectors.map((detector) => (
          <button
            key={detector}
            type="button"
            aria-pressed={filter.detector === detector}
            onClick={() =>
              setFilter(({ detector: chosen, ...rest }) => (chosen === detector ? rest : { ...rest, detector }))
            }
          >
            <b>{waiting(detector)}</b>
            <span>{t(`detector.${detector}`)}</span>
          </button>
        ))}
      </div>
      <Card>
        <div className="inspector-filter">
          <Input.Search
            allowClear
            placeholder={t('findings.search')}
            aria-label={t('findings.search')}
            onSearch={(search) => setFilter((before) => ({ ...before, search: search.trim() || undefined }))}
          />
          <Select<FindingState | 'all'>
            aria-label={t('findings.state')}
            value={filter.state ?? 'all'}
            onChange={(state) => setFilter((before) => ({ ...before, state: state === 'all' ? undefined : state }))}
            options={[
              ...findingStates.map((value) => ({ value, label: t(`state.${value}`) })),
              { value: 'all' as const, label: t('findings.all') },
            ]}
          />
        </div>
        {found.error && <Problem error={found.error} onRetry={found.refetch} />}
        {found.data && items.length === 0 && (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('findings.none')} />
        )}
        <ul className="inspector-list" data-testid="findings">
          {items.map((finding) => (
            <FindingItem key={finding.id} finding={finding} />
          ))}
        </ul>
        {found.hasNextPage && (
          <Button loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </Card>
    </div>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const { t } = useTranslation(['inspector', 'common']);
  const language = useLanguage();
  const nameOf = useMemberNames();
  const [first] = finding.reasons;
  return (
    <li>
      <Score finding={finding} />
      <div className="what">
        <Link to="/inspector/findings/$id" params={{ id: finding.id }} data-testid={`finding-${finding.detector}`}>
          <b>{t(`detector.${finding.detector}`)}</b>
        </Link>{' '}
        <FindingTag state={finding.state} />
        <p>{pickText(first, language)}</p>
        <p className="muted">
          {finding.members.slice(0, 4).map(nameOf).join(t('common:listSeparator'))} ·{' '}
          {formatDateTime(finding.createdAt, language)}
        </p>
        {!finding.subject.startsWith('event ') && <p className="muted code">{nameOfSubject(finding.subject)}</p>}
      </div>
    </li>
  );
}
