import { useQuery } from '@tanstack/react-query';
import { useText } from '../../cooperation/parts/useText.ts';
import { type CatalogEntry, getEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';

/** What a catalogue says of a dataset; undefined until it is known, or when the catalogue does not tell. */
export function useEntry(department: string | null, dataset: string | null): CatalogEntry | undefined {
  const id = shortId(dataset ?? '');
  const { data } = useQuery({
    queryKey: ['exchange', 'entry', department, id],
    queryFn: ({ signal }) => getEntry(department ?? '', id, signal),
    staleTime: 300_000,
    retry: false,
    enabled: department !== null && dataset !== null,
  });
  return data;
}

/** Names the items of a dataset, and the questions about it, in the reader's language. */
export function useItemName(entry: CatalogEntry | undefined): (name: string) => string {
  const text = useText();
  return (name) => {
    const id = /^question:(.+)$/.exec(name)?.[1];
    if (id === undefined) return text(entry?.terms.items?.find((item) => item.name === name)?.title) || name;
    return text(entry?.terms.questions?.find((question) => question.id === id)?.words) || id;
  };
}
