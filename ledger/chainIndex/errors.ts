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
  compilerUnknown: {
    status: 422,
    retryable: false,
    cause: 'The compiler {asked} is not installed here.',
    next: 'Compile and deploy with solc {installed}, the only version that this platform can check, and verify again.',
  },
  badSource: {
    status: 422,
    retryable: false,
    cause: 'The source cannot be used: {problem}.',
    next: 'Give a single Solidity file in `source`, or the standard JSON input with the content of every file in `standardJson`.',
  },
  notCompiled: {
    status: 422,
    retryable: false,
    cause: 'The source does not compile: {problem}',
    next: 'Give the source and the settings with which the contract was compiled.',
  },
  codeDiffers: {
    status: 422,
    retryable: false,
    cause: 'The source compiles, but {name} is not the code of {address}.',
    next: 'Give the same source, optimizer settings and EVM version with which the contract was deployed, and its libraries.',
  },
  compilerLimit: {
    status: 422,
    retryable: false,
    cause: 'The compiler was stopped: the source needs more than {limit}.',
    next: 'Leave out files that the contract does not need, or split the contract.',
  },
  compilerFailed: {
    status: 503,
    retryable: true,
    cause: 'The compiler could not run: {problem}.',
    next: 'Try again; if it stays, install the package solc with npm ci.',
  },
  noCode: {
    status: 404,
    retryable: false,
    cause: 'There is no contract at {address}.',
    next: 'Check the address, and whether the contract is in the other space.',
  },
});
