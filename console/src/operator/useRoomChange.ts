import { type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';

/** A part of the console whose queries begin with its name. */
export type Room = 'cooperation' | 'exchange';

/** Something that changes a room; afterwards everything that was read of it is read again. */
export function useRoomChange<Given = void, Answer = unknown>(
  room: Room,
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
): UseMutationResult<Answer, Error, Given> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (answer) => {
      await client.invalidateQueries({ queryKey: [room] });
      await onDone?.(answer);
    },
  });
}
