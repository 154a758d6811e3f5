import { Type } from 'typebox';

const Time = Type.String({ description: 'ISO 8601 in UTC' });

/** The body of POST /epcis/queries for the API reference; the query language checks it. */
export const QueryBody = Type.Object({
  name: Type.String({ description: 'unique on this platform, 1 to 100 characters' }),
  query: Type.Object({}, { additionalProperties: true, description: 'parameters of the EPCIS query language' }),
});

/** Named queries, as the standard lists them. */
export const QueryList = Type.Array(Type.Object({ name: Type.String(), query: Type.Unknown() }));

const ScheduleBody = Type.Object(
  Object.fromEntries(
    ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'].map((name) => [
      name,
      Type.Optional(Type.String()),
    ]),
  ),
  { description: 'in UTC; numbers, ranges [low-high] and steps such as 0/30, separated by commas' },
);

/** The body of a webhook subscription for the API reference; it is checked by hand, with exceptions of the standard. */
export const SubscriptionDraftBody = Type.Object({
  dest: Type.String({ description: 'URL that gets the events by POST' }),
  signatureToken: Type.Optional(Type.String({ description: 'the key of the header GS1-Signature' })),
  reportIfEmpty: Type.Optional(Type.Boolean()),
  initialRecordTime: Type.Optional(Time),
  schedule: Type.Optional(ScheduleBody),
  stream: Type.Optional(Type.Boolean({ description: 'true, and no schedule: every event at once' })),
});

/** A subscription; its token is never shown. */
export const SubscriptionBody = Type.Object({
  subscriptionID: Type.String(),
  queryName: Type.String(),
  dest: Type.String(),
  createdAt: Time,
  initialRecordTime: Time,
  minRecordTime: Time,
  lastNotifiedAt: Type.Optional(Time),
  epcFormat: Type.String(),
  stream: Type.Optional(Type.Literal(true)),
  schedule: Type.Optional(ScheduleBody),
  reportIfEmpty: Type.Optional(Type.Boolean()),
});

export const SubscriptionList = Type.Array(SubscriptionBody);

export const QueryParams = Type.Object({ queryName: Type.String() });
export const SubscriptionParams = Type.Object({ queryName: Type.String(), subscriptionID: Type.String() });
