import { defineErrors } from '../errors.ts';

export const developerErrors = defineErrors('developer', {
  nothingToSponsor: {
    status: 400,
    retryable: false,
    cause: 'The request pays for neither gas nor storage and lets nobody use it.',
    next: 'Give gas, storage or users.',
  },
  memberUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no member {slug}.',
    next: 'List the members and use one of their slugs.',
  },
  webhookUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no webhook {id}.',
    next: 'List the webhooks with GET /api/webhooks and use one of their ids.',
  },
  tooManyWebhooks: {
    status: 409,
    retryable: false,
    cause: 'A member has at most {most} webhooks, and yours has as many.',
    next: 'Remove one that is no longer needed, or let one receive for several services.',
  },
  messageUnknown: {
    status: 404,
    retryable: false,
    cause: 'The webhook has no message {id} that was delivered or given up.',
    next: 'List its messages with GET /api/webhooks/{webhook}/messages; a waiting message is sent by itself.',
  },
  callInvalid: {
    status: 400,
    retryable: false,
    cause: 'The call cannot be encoded: {problem}.',
    next: 'Correct the function, its ABI or its arguments; nothing was taken.',
  },
  simulationUnsupported: {
    status: 400,
    retryable: false,
    cause: 'Transactions of Core Space cannot be tried without sending them.',
    next: 'Submit it: one that would revert is found before it takes a nonce, and costs nothing.',
  },
  signerUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no key {signer} that may sign.',
    next: 'List the keys with GET /api/wallets/keys and use the address or the name of one.',
  },
  transactionUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your member has no transaction {id}.',
    next: 'List the transactions with GET /transactions and use one of their ids.',
  },
  streamFull: {
    status: 503,
    retryable: true,
    cause: 'The platform already serves {most} event streams.',
    next: 'Close streams that are not read, or use a webhook.',
  },
});
