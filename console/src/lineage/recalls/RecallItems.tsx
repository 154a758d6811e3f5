import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../format/formatTime.ts';
import { pickText } from '../../i18n/language.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useWords } from '../../i18n/useWords.ts';
import { Problem } from '../../operator/Problem.tsx';
import { shortName, useAmount } from '../words.ts';
import { listItems, type Recall, type RecallItem } from './api.ts';

/** Every pallet, case and lot that is affected, with holder, place and day. */
export function RecallItems({ recall }: { recall: Recall }) {
  const { t } = useTranslation('recalls');
  const { data, error, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['recallItems', recall.id],
    queryFn: ({ signal, pageParam }) => listItems(recall.id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextPageToken,
  });
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={t('items')} extra={t('itemsOf', { count: recall.items, events: recall.events })}>
      {error && <Problem error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton active />}
      <table className="recall-rows" data-testid="recall-items">
        <thead>
          <tr>
            <th>{t('thing')}</th>
            <th>{t('holder')}</th>
            <th>{t('place')}</th>
            <th>{t('quantity')}</th>
            <th>{t('days2')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and never move
            <Row key={index} item={item} />
          ))}
        </tbody>
      </table>
      {hasNextPage && (
        <Button className="recall-noprint" onClick={() => void fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </Card>
  );
}

function Row({ item }: { item: RecallItem }) {
  const { t } = useTranslation(['recalls', 'lineage']);
  const language = useLanguage();
  const words = useWords();
  const amount = useAmount();
  const { thing, holder, place, quantity, uom, bizStep, firstTime, lastTime } = item;
  const [first, last] = [firstTime, lastTime].map((time) => (time ? formatDate(time, language) : ''));
  return (
    <tr>
      <td>
        {thing ? (
          <>
            <Link to="/lineage" search={{ epc: thing.id, direction: 'both' }}>
              {pickText(thing.name, language)} <code>{shortName(thing.id)}</code>
            </Link>
            <small>{t(`lineage:kind.${thing.kind}`)}</small>
          </>
        ) : (
          <span className="muted">{t('hidden')}</span>
        )}
      </td>
      <td>{pickText(holder.name, language)}</td>
      <td>{place && (pickText(place.name, language) ?? shortName(place.id))}</td>
      <td>
        {quantity !== null && amount(quantity, uom)}
        {bizStep && <small>{words.bizStep(bizStep)}</small>}
      </td>
      <td>{first === last ? first : `${first} – ${last}`}</td>
    </tr>
  );
}
