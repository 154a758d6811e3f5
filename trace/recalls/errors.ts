import { defineErrors } from '../../errors.ts';

/** Errors of recalls. */
export const recallErrors = defineErrors('recall', {
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no recall {id} that concerns your organisation.',
    next: 'List the recalls with GET /api/trace/recalls and use one of their ids.',
  },
  thingInvalid: {
    status: 400,
    retryable: false,
    cause: '{thing} names no lot, item or logistic unit.',
    next: 'Give a GS1 Digital Link such as https://id.gs1.org/01/09521900000019/10/LOT-1, or an EPC URI, with a right check digit.',
  },
  nothingKnown: {
    status: 404,
    retryable: false,
    cause: 'No event mentions {thing}.',
    next: 'Check the lot or serial number; nothing was recalled.',
  },
  notYours: {
    status: 403,
    retryable: false,
    cause: 'Your organisation did not make {thing}, and it is neither a certifier nor an authority.',
    next: 'Ask the member that made it, its certifier or the authority to start the recall.',
  },
  notStarter: {
    status: 403,
    retryable: false,
    cause: 'Only the member that started the recall or an authority may close it.',
    next: 'Answer the recall for your own organisation, or ask {member} to close it.',
  },
  notHolder: {
    status: 403,
    retryable: false,
    cause: 'Your organisation is not among the holders of this recall.',
    next: 'Only holders that were notified answer a recall.',
  },
  closed: {
    status: 409,
    retryable: false,
    cause: 'The recall was closed on {closedAt}.',
    next: 'Start a new recall when more has to be called back.',
  },
});
