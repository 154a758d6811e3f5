import { useQuery } from '@tanstack/react-query';
import { useText } from '../../cooperation/parts/useText.ts';
import type { Application } from '../api/applications.ts';
import { listPage, type Words } from '../api/common.ts';

const most = 100;
const useApplications = (path: '/applications' | '/inbox') =>
  useQuery({
    queryKey: ['exchange', 'names', path],
    queryFn: ({ signal }) => listPage<Application>(path, { perPage: most }, signal),
    staleTime: 60_000,
    retry: false,
  });

/** Names of datasets and matters as the department's newest applications, made and received, tell them; null where none does. */
export function useKnownNames() {
  const text = useText();
  const lists = [useApplications('/applications'), useApplications('/inbox')];
  const items = lists.flatMap(({ data }) => data?.items ?? []);
  const pick = (words: Words | null | undefined) => text(words) || null;
  return {
    datasetName: (id: string) =>
      pick(items.find(({ dataset, datasetTitle }) => dataset === id && datasetTitle)?.datasetTitle),
    matterName: (code: string) => pick(items.find(({ form }) => form.matter === code)?.form.matterName),
    pending: lists.some(({ isPending }) => isPending),
  };
}
