import { defineErrors } from '../../errors.ts';

/** What a reader of the log can meet. */
export const logReadingErrors = defineErrors('tiles', {
  noCheckpoint: {
    status: 404,
    retryable: true,
    cause: 'The log has not published a checkpoint yet.',
    next: 'Ask again after the first statement was recorded; it takes a few seconds.',
  },
  notPublished: {
    status: 404,
    retryable: true,
    cause: 'The published log does not reach {path} yet.',
    next: 'Ask for what the size in /log/checkpoint requires, and for more when it has grown.',
  },
  noResource: {
    status: 404,
    retryable: false,
    cause: 'The log has nothing at {path}.',
    next: 'Ask for /log/checkpoint, /log/tile/<level>/<index> or /log/tile/entries/<index>.',
  },
});
