import { defineErrors } from '../../errors.ts';

/** Errors of named queries and subscriptions; `type` is the exception name of EPCIS 2.0, section 12.7. */
export const queryErrors = defineErrors('trace', {
  queryInvalid: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The query cannot be stored: {problem}.',
    next: 'Send an object with the members name and query, with a name of 1 to 100 characters and parameters of the EPCIS query language.',
  },
  queryNameTaken: {
    status: 409,
    retryable: false,
    type: 'epcisException:ResourceAlreadyExistsException',
    cause: 'There is a query named {name} already.',
    next: 'Choose another name; names are shared by everybody on this platform.',
  },
  queryUnknown: {
    status: 404,
    retryable: false,
    type: 'epcisException:NoSuchNameException',
    cause: 'There is no query named {name}.',
    next: 'List the queries with GET /epcis/queries; names tell upper and lower case apart.',
  },
  queryOfAnother: {
    status: 403,
    retryable: false,
    type: 'epcisException:SecurityException',
    cause: 'The query {name} belongs to another member.',
    next: 'Ask that member to remove it, or define one of your own under another name.',
  },
  tooManyQueries: {
    status: 403,
    retryable: false,
    type: 'epcisException:SecurityException',
    cause: 'Your organisation has {most} {what} already, which is the most.',
    next: 'Remove those that are not used any more.',
  },
  subscriptionControls: {
    status: 400,
    retryable: false,
    type: 'epcisException:SubscriptionControlsException',
    cause: 'The subscription does not say properly when to report: {problem}.',
    next: 'Give either stream: true or a schedule with at least one of second, minute, hour, dayOfMonth, month, dayOfWeek.',
  },
  subscriptionInvalid: {
    status: 400,
    retryable: false,
    type: 'epcisException:ValidationException',
    cause: 'The subscription cannot be made: {field} {problem}.',
    next: 'Correct this field and subscribe again; nothing was stored.',
  },
  subscriptionUnknown: {
    status: 404,
    retryable: false,
    type: 'epcisException:NoSuchResourceException',
    cause: 'Your organisation has no subscription {id} to the query {name}.',
    next: 'List your subscriptions with GET /epcis/queries/{name}/subscriptions.',
  },
  tooManySockets: {
    status: 503,
    retryable: true,
    cause: 'All {most} places for WebSocket subscriptions are taken.',
    next: 'Try again later, close another connection of yours, or subscribe with a webhook.',
  },
});
