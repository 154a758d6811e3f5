import { defineErrors } from '../../errors.ts';

/** Errors of the catalogue of data. */
export const catalogueErrors = defineErrors('catalogue', {
  draftInvalid: {
    status: 400,
    retryable: false,
    cause: 'The description of the dataset is not complete or contradicts itself: {problem}.',
    next: 'Mend the places that `details.problems` names, each with its path, and send it again.',
  },
  dutyUnknown: {
    status: 404,
    retryable: false,
    cause: 'The department has no duty {code}.',
    next: 'Add the duty first; GET /api/exchange/catalog/duties lists those that are there.',
  },
  dutyInUse: {
    status: 409,
    retryable: false,
    cause: 'Datasets come from the duty {code}: {count}.',
    next: 'Move the datasets to another duty first.',
  },
  departmentUnknown: {
    status: 404,
    retryable: false,
    cause: 'The connector of the department {department} does not run here.',
    next: 'Look at the registry of connectors; the catalogue of a connector elsewhere can be read, but not subscribed to.',
  },
  datasetUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no dataset {id} in this catalogue, or it is not for you to see.',
    next: 'Look it up under /api/exchange/datasets.',
  },
  stepNotAllowed: {
    status: 409,
    retryable: false,
    cause: 'The dataset is {state}; in this state it cannot be {step}.',
    next: 'Read the dataset again: somebody may have moved it on.',
  },
  revisionStale: {
    status: 409,
    retryable: false,
    cause: 'The dataset was changed after revision {revision} was read.',
    next: 'Read it again, put your change on top and send it with the new revision.',
  },
  reviewerIsAuthor: {
    status: 403,
    retryable: false,
    cause: 'Who wrote a change does not review it.',
    next: 'Let another person with the right to review decide.',
  },
  reasonMissing: {
    status: 400,
    retryable: false,
    cause: 'This step needs a reason, and there is none.',
    next: 'Say why in `reason`, so that the author or the readers know.',
  },
  sourceMissing: {
    status: 409,
    retryable: false,
    cause: 'The dataset has no source that could be read.',
    next: 'Set a source in the description of the dataset first.',
  },
  tableInvalid: {
    status: 400,
    retryable: false,
    cause: 'The table of items cannot be read: {problem}.',
    next: 'Mend the named line; docs/exchange-catalogue.md shows the columns.',
  },
  scheduleInvalid: {
    status: 400,
    retryable: false,
    cause: 'The schedule is none: {problem}.',
    next: 'Give five fields of a crontab, in UTC and at least an hour apart, such as "0 20 * * *".',
  },
  filterInvalid: {
    status: 400,
    retryable: false,
    cause: 'The filter of the catalog request cannot be applied: {problem}.',
    next: 'Give one object with the parameters of a search, as docs/exchange-catalogue.md describes, or none.',
  },
  subscriptionUnknown: {
    status: 404,
    retryable: false,
    cause: 'There is no subscription {id} of yours.',
    next: 'List your subscriptions under /api/exchange/subscriptions.',
  },
  tooManySubscriptions: {
    status: 409,
    retryable: false,
    cause: 'There are {most} subscriptions already.',
    next: 'Remove some, or subscribe to the whole catalogue at once.',
  },
  pageTokenWrong: {
    status: 400,
    retryable: false,
    cause: 'The page token is none of this list.',
    next: 'Start again without one, and take each token from the page before.',
  },
});
