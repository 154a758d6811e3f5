import { defineErrors } from '../../errors.ts';

/** What can go wrong when an event or an identifier is read; always the input's fault. */
export const errors = defineErrors('proof', {
  notEpcis: {
    status: 400,
    retryable: false,
    cause: 'This is neither an EPCIS document nor an EPCIS event: {problem}.',
    next: 'Give an EPCISDocument, an EPCISQueryDocument or one event as JSON.',
    type: 'epcisException:ValidationException',
  },
  eventTooDeep: {
    status: 400,
    retryable: false,
    cause: 'An extension of the event is nested deeper than {levels} levels.',
    next: 'Flatten the extension.',
    type: 'epcisException:ValidationException',
  },
  badDigitalLink: {
    status: 400,
    retryable: false,
    cause: '"{link}" is not a GS1 Digital Link: {problem}.',
    next: 'Check the application identifiers, their order, their lengths and the check digit.',
  },
});
