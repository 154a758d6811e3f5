import { defineErrors } from '../../errors.ts';

/** What can go wrong in the index of a chain. */
export const indexErrors = defineErrors('index', {
  nodeIncomplete: {
    status: 503,
    retryable: true,
    cause: 'The node does not give the whole of epoch {epoch}: {problem}.',
    next: 'Nothing: it is asked again. If this stays, give the platform an archive node.',
  },
  badCursor: {
    status: 400,
    retryable: false,
    cause: 'The cursor does not belong to this list.',
    next: 'Give `nextCursor` of the page before, unchanged, or leave it out for the first page.',
  },
  notIndexed: {
    status: 503,
    retryable: true,
    cause: 'The platform has not indexed anything of this chain yet.',
    next: 'Try again in a moment; /api/explorer/summary says how far the index is.',
  },
});
