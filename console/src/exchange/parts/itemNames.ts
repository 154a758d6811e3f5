import { useQuery } from '@tanstack/react-query';
import { useText } from '../../cooperation/parts/useText.ts';
import { getEntry } from '../api/catalogue.ts';
import { shortId } from '../api/common.ts';

/** How a question stands among the items of an application. */
export const questionPrefix = 'question:';

/** Names items and questions of a department's dataset as its catalogue does; before it is known, by their codes. */
export function useItemNames(department: string, dataset: string): (name: string) => string {
  const text = useText();
  const { data } = useQuery({
    queryKey: ['exchange', 'entry', department, shortId(dataset)],
    queryFn: ({ signal }) => getEntry(department, shortId(dataset), signal),
    staleTime: 300_000,
    retry: false,
  });
  const questions = new Map(data?.terms.questions?.map(({ id, words }) => [`${questionPrefix}${id}`, words]));
  const items = new Map(data?.terms.items?.map(({ name, title }) => [name, title]));
  return (name) => text(items.get(name) ?? questions.get(name)) || name;
}
