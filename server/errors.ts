import { defineErrors } from '../errors.ts';

export const serverErrors = defineErrors('server', {
  inputInvalid: {
    status: 400,
    retryable: false,
    cause: 'The field {field} {problem}.',
    next: 'Correct this field and send the request again; /docs shows what it may be.',
  },
  jsonInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request body is not JSON: {problem}.',
    next: 'Send one JSON value in UTF-8, with Content-Type: application/json.',
  },
  requestInvalid: {
    status: 400,
    retryable: false,
    cause: 'The request cannot be understood: {problem}.',
    next: 'Correct the request; /docs shows every route.',
  },
  routeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is nothing at {method} {path}.',
    next: 'Look at /docs for every route of this platform.',
  },
  consoleMissing: {
    status: 404,
    retryable: false,
    cause: 'The console is not built on this platform.',
    next: 'Build it with `npx vite build console` and open the page again; the API works without it.',
  },
  statementUnknown: {
    status: 404,
    retryable: false,
    cause: 'The evidence log has no statement {statementId}.',
    next: 'Find statements with /api/log/statements?subject=… and use one of their ids.',
  },
  bodyTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The request body is larger than the {limitBytes} bytes that this route takes.',
    next: 'Send less at once.',
  },
  mediaTypeUnknown: {
    status: 415,
    retryable: false,
    cause: 'This route does not read {mediaType}.',
    next: 'Send Content-Type: application/json.',
  },
  tooManyRequests: {
    status: 429,
    retryable: true,
    cause: 'More than {most} requests in a minute came from you.',
    next: 'Wait {seconds} seconds, then go on more slowly.',
  },
  internal: {
    status: 500,
    retryable: false,
    cause: 'The platform made a mistake with this request.',
    next: 'Report the request id {requestId}; the log of the platform has the reason under it.',
  },
  stopping: {
    status: 503,
    retryable: true,
    cause: 'The platform is stopping.',
    next: 'Try again in a few seconds.',
  },
  liveFull: {
    status: 503,
    retryable: true,
    cause: 'All {most} places for live views are taken.',
    next: 'Try again later; everything can also be read without the live view.',
  },
  routeWithoutAccess: {
    status: 500,
    retryable: false,
    cause: 'The route {method} {path} does not declare who may call it.',
    next: 'Give the route config.access: public, or an action of alliance/rights/actions.ts.',
  },
  chainUnknown: {
    status: 500,
    retryable: true,
    cause: 'The node does not answer and no eSpace chain id was given, so the chain to work with is unknown.',
    next: 'Start the node, or give the chain id with --evm-chain-id.',
  },
  addressTaken: {
    status: 500,
    retryable: false,
    cause: 'The server cannot listen at {host}:{port}: {reason}.',
    next: 'Choose another address with --host and --port, or stop the program that has this one.',
  },
  adminKeyWanted: {
    status: 401,
    retryable: false,
    cause: 'Only the department that runs this connector may do this, and the call has no admin key or a wrong one.',
    next: 'Send the key that is in keys/admin.key of the data folder: Authorization: Bearer KEY.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'The platform at {url} has no organisation {member}.',
    next: 'Give the slug of your organisation with --member, as the list of members shows it.',
  },
  platformSilent: {
    status: 503,
    retryable: true,
    cause: 'The platform at {url} does not answer: {problem}.',
    next: 'Check the address given with --platform, and that the platform runs; the first start needs it.',
  },
});
