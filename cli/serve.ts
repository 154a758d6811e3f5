import type { SerializedError } from '../errors.ts';

/** What the server process tells the process that started it. */
export type ServeMessage =
  | { type: 'ready'; address: string; setupToken: string | null; demoPaths: string[] }
  | { type: 'failed'; error: SerializedError };
