import { defineErrors } from '../../errors.ts';

/** Errors of labels. */
export const labelErrors = defineErrors('label', {
  wrongThing: {
    status: 400,
    retryable: false,
    cause: 'No label can be made for {anchor}: {problem}.',
    next: 'Give the Digital Link of a product, a lot, an item, a pallet or a place, such as /01/…/10/….',
  },
  wrongSerials: {
    status: 400,
    retryable: false,
    cause: 'The serial numbers cannot be printed: {problem}.',
    next: 'Give a first and a last whole number, a prefix of GS1 characters, and a Digital Link without a serial number of its own.',
  },
  tooMany: {
    status: 400,
    retryable: false,
    cause: 'That would be {count} labels; one file holds at most {most}.',
    next: 'Print in several files.',
  },
  unknownSheet: {
    status: 400,
    retryable: false,
    cause: 'There is no label sheet {sheet}.',
    next: 'Use one of these: {known}.',
  },
});
