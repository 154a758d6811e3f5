import type { UseMutationResult } from '@tanstack/react-query';
import { useRoomChange } from '../../operator/useRoomChange.ts';

/** Something that changes the open platform; afterwards everything that was read of it is read again. */
export function useChange<Given = void, Answer = unknown>(
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
): UseMutationResult<Answer, Error, Given> {
  return useRoomChange('cooperation', change, onDone);
}
