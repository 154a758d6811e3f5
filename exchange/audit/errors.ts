import { defineErrors } from '../../errors.ts';

/** What can go wrong in the audit of exchanges. */
export const auditErrors = defineErrors('audit', {
  entryTooLarge: {
    status: 500,
    retryable: false,
    cause: 'A record of kind {kind} would have {characters} characters; at most {most} are kept.',
    next: 'Nothing was done, as nothing is done without a record. Ask for less at once, or report this with what was asked.',
  },
  signedOtherwise: {
    status: 500,
    retryable: false,
    cause: 'The signature over record {id} is over another text than its canonical JSON, or by another key.',
    next: 'The record waits and is not lost. Report this: the signer of the connector changed what it was given.',
  },
  anchoringLate: {
    status: 503,
    retryable: true,
    cause:
      'The records of {participant} have waited for {minutes} minutes to be anchored; the limit is {limit} minutes.',
    next: 'Nothing is exchanged without proof. Look at the status of the records: once the evidence log and the chain can be reached again, the connector accepts by itself.',
  },
});
