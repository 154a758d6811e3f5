import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';

/** Something that changes data exchange; afterwards everything that was read of it is read again. */
export function useChange<Given = void, Answer = unknown>(
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
): UseMutationResult<Answer, Error, Given> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: ['exchange'] });
      await onDone?.(answer);
    },
  });
}
