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
  platformRefused: {
    status: 502,
    retryable: true,
    cause: 'The platform answered {status} to records of this connector: {problem}',
    next: 'They are kept and sent again. See that the department is a member, that its connector is registered and that the clocks agree.',
  },
  batchInvalid: {
    status: 400,
    retryable: false,
    cause: 'The batch of records is not as it should be: {path} {problem}.',
    next: 'Send an object with the list records, of at most {most} objects with id (UUID), time (ISO 8601 in UTC) and digest (64 hexadecimal digits).',
  },
  recordTaken: {
    status: 409,
    retryable: false,
    cause: 'The record {id} is known already, with another digest, time or department.',
    next: 'Nothing of the batch was kept. The connector’s database may be a copy of another one: give the copy keys and records of its own.',
  },
  recordUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your department has no record {id}.',
    next: 'Search the records with GET /api/exchange/records.',
  },
  anomalyUnknown: {
    status: 404,
    retryable: false,
    cause: 'Nothing out of the ordinary with the id {id} was found in the records of your department.',
    next: 'List the anomalies with GET /api/exchange/anomalies.',
  },
  agreementUnknown: {
    status: 404,
    retryable: false,
    cause: 'Your department has no record about the agreement {agreement}.',
    next: 'Search the records with GET /api/exchange/records and use the agreement of one of them.',
  },
  bundleTooLarge: {
    status: 413,
    retryable: false,
    cause: 'The exchange under {agreement} has more than {most} records.',
    next: 'Give a period with from and until: messages, decisions and the grant are in every bundle, deliveries of the period only.',
  },
  notYetAnchored: {
    status: 409,
    retryable: true,
    cause: 'Not all of the {count} records are under an anchored checkpoint yet.',
    next: 'Ask again in a moment; the status of the records tells how far they are.',
  },
  anchoringLate: {
    status: 503,
    retryable: true,
    cause:
      'The records of {participant} have waited for {minutes} minutes to be anchored; the limit is {limit} minutes.',
    next: 'Nothing is exchanged without proof. Look at the status of the records: once the evidence log and the chain can be reached again, the connector accepts by itself.',
  },
});
