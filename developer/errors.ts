import { defineErrors } from '../errors.ts';

export const developerErrors = defineErrors('developer', {
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
});
