import { useQuery } from '@tanstack/react-query';
import { getTransfer } from '../api/transfers.ts';
import { questionPrefix } from '../parts/itemNames.ts';
import { useEntry, useItemName } from '../parts/useEntry.ts';

/** A question in the words of the department that answers it, once they are known. */
export function QuestionName({ transfer, question }: { transfer: string; question: string }) {
  const { data } = useQuery({
    queryKey: ['exchange', 'transfer', transfer],
    queryFn: ({ signal }) => getTransfer(transfer, signal),
    staleTime: 60_000,
    retry: false,
  });
  const nameOf = useItemName(useEntry(data?.counterparty ?? null, data?.dataset ?? null));
  return <span title={question}>{nameOf(`${questionPrefix}${question}`)}</span>;
}
