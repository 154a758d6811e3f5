import type { UseMutationResult } from '@tanstack/react-query';
import { useRoomChange } from '../../operator/useRoomChange.ts';

/** Something that changes data exchange; afterwards everything that was read of it is read again. */
export function useChange<Given = void, Answer = unknown>(
  change: (given: Given) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
): UseMutationResult<Answer, Error, Given> {
  return useRoomChange('exchange', change, onDone);
}
