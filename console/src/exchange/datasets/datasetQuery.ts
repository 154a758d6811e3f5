import { queryOptions } from '@tanstack/react-query';
import { getDataset } from '../api/datasets.ts';

/** One own dataset as it is written and as it is in force. */
export const datasetQuery = (id: string) =>
  queryOptions({
    queryKey: ['exchange', 'dataset', id],
    queryFn: ({ signal }) => getDataset(id, signal),
  });
