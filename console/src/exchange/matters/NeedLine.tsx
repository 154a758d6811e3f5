import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../cooperation/parts/useText.ts';
import { getEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';
import { useItemNames } from '../parts/itemNames.ts';
import { useDepartments, useJoin } from '../queries.ts';

/** Data that a matter needs, in words. */
export function NeedLine({ provider, dataset, items }: { provider: string; dataset: string; items: string[] }) {
  const text = useText();
  const join = useJoin();
  const nameOf = useDepartments();
  const itemName = useItemNames(provider, dataset);
  const id = shortId(dataset);
  const { data } = useQuery({
    queryKey: ['exchange', 'entry', provider, id],
    queryFn: ({ signal }) => getEntry(provider, id, signal),
    staleTime: 300_000,
    retry: false,
  });
  return (
    <>
      {nameOf(provider)} ·{' '}
      <Link to="/exchange/catalogue/$department/$id" params={{ department: provider, id }} className="x-link">
        {text(data?.title) || dataset}
      </Link>{' '}
      <span className="muted">{join(items.map(itemName))}</span>
    </>
  );
}
