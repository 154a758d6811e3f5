import { defineErrors } from '../../errors.ts';

/** What can go wrong with applications for data. */
export const applicationErrors = defineErrors('application', {
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The pageToken is not one of this list.',
    next: 'Use nextPageToken from the answer before, or leave it out for the first page.',
  },
  invalid: {
    status: 400,
    retryable: false,
    cause: 'The application is wrong at {path}: {problem}.',
    next: 'Mend this place and hand it in again; nothing was stored.',
  },
  unknown: {
    status: 404,
    retryable: false,
    cause: 'There is no application {id} of this department.',
    next: 'List the applications with GET /api/exchange/applications or GET /api/exchange/inbox.',
  },
  inOtherState: {
    status: 409,
    retryable: false,
    cause: 'The application is {state}; this needs one that is {needed}.',
    next: 'Read the application again: somebody else may just have acted on it.',
  },
  providerUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no connector of {provider} that could be asked.',
    next: 'List the connectors with GET /api/exchange/connectors; a suspended one is asked when it is active again.',
  },
  offerUnknown: {
    status: 404,
    retryable: false,
    cause: 'The dataset {dataset} is not offered to this department.',
    next: 'Look for it in the catalogue of the provider; what is not shared is listed with its legal ground and has no offer.',
  },
  matterUnknown: {
    status: 404,
    retryable: false,
    cause: 'This department has no matter {code}.',
    next: 'Enter the matter with its legal basis under PUT /api/exchange/matters first.',
  },
  matterInUse: {
    status: 409,
    retryable: false,
    cause: 'The matter {code} is the purpose of applications that are not over.',
    next: 'Withdraw them or wait for their end.',
  },
  ruleUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no standing rule {id}.',
    next: 'List the rules with GET /api/exchange/rules.',
  },
  wider: {
    status: 400,
    retryable: false,
    cause: 'What is given would be more than what was asked for: {what}.',
    next: 'Narrow the application or approve it as it is; conditions cannot be added.',
  },
  reasonMissing: {
    status: 400,
    retryable: false,
    cause: 'There is no reason: {what} is only done with one that the other department can read.',
    next: 'Write a reason of at least five characters.',
  },
  emergencyBarred: {
    status: 403,
    retryable: false,
    cause: 'The department {consumer} misused an emergency before and gets nothing at once any more.',
    next: 'Apply in the ordinary way; the provider can lift the bar.',
  },
  notDisputable: {
    status: 409,
    retryable: false,
    cause: 'The application can not be laid before the data authority: {because}.',
    next: 'Only a refusal or a narrowing that a person decided is disputed, once.',
  },
  noAuthority: {
    status: 409,
    retryable: false,
    cause: 'Nobody is named as the data authority of the alliance.',
    next: 'Ask the operator of the platform to name it in the registry of connectors.',
  },
  notAuthority: {
    status: 403,
    retryable: false,
    cause: 'The department {participant} is not the data authority of the alliance.',
    next: 'Only the connector that the registry names rules on disputes.',
  },
  disputeUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no open dispute {id}.',
    next: 'List the disputes with GET /api/exchange/disputes.',
  },
  noticeRefused: {
    status: 400,
    retryable: false,
    cause: 'The notice is not accepted: {because}.',
    next: 'A notice is signed by the connector that sends it and concerns a process that both sides know.',
  },
  noticeUndelivered: {
    status: 503,
    retryable: true,
    cause: 'A notice to {to} could not be delivered: {problem}.',
    next: 'It is sent again by itself.',
  },
  dayWrong: {
    status: 400,
    retryable: false,
    cause: 'The day {day} is not a day of the calendar.',
    next: 'Give a day as YYYY-MM-DD.',
  },
});
