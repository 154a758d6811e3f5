import { type TSchema, Type } from 'typebox';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Place = Type.Object({ id: Type.String(), name: nullable(LocalText), geo: nullable(Type.String()) });

const Moment = Type.Object({
  hash: Type.String(),
  eventTime: Time,
  eventTimeZoneOffset: Type.String(),
  bizStep: nullable(Type.String()),
  place: nullable(Place),
  member: Type.String(),
});

const Node = Type.Object({
  id: Type.String({ description: 'sealed:1 and so on for a thing that only sealed events name' }),
  kind: Type.Enum(['item', 'lot', 'tradeItem', 'logisticUnit', 'asset', 'other', 'sealed']),
  name: nullable(LocalText),
  direction: Type.Enum(['start', 'back', 'forward', 'both']),
  distance: Type.Integer({ description: 'steps from the start' }),
  first: nullable(Moment),
  last: nullable(Moment),
  amounts: Type.Array(
    Type.Object({
      uom: nullable(Type.String()),
      made: Type.Number(),
      received: Type.Number(),
      used: Type.Number(),
    }),
  ),
});

const Edge = Type.Object({
  from: Type.String(),
  to: Type.String(),
  kind: Type.Enum(['input', 'contained', 'attached', 'lot']),
  hash: nullable(Type.String({ description: 'of the event that says so' })),
  quantity: nullable(Type.Number({ description: 'how much of `from`' })),
  uom: nullable(Type.String()),
});

/** One shape for open and sealed events; a sealed one has nothing but its seal. */
const Event = Type.Object({
  hash: Type.String(),
  statementId: Type.String(),
  status: Type.Enum(['pending', 'integrated', 'anchored', 'confirmed']),
  member: Type.Object({ slug: Type.String(), name: LocalText }),
  sealed: Type.Boolean(),
  eventID: Type.Optional(Type.String()),
  type: Type.Optional(Type.String()),
  action: Type.Optional(nullable(Type.String())),
  eventTime: Type.Optional(Time),
  eventTimeZoneOffset: Type.Optional(Type.String()),
  bizStep: Type.Optional(nullable(Type.String())),
  disposition: Type.Optional(nullable(Type.String())),
  place: Type.Optional(nullable(Place)),
  things: Type.Optional(
    Type.Array(
      Type.Object({
        key: Type.String(),
        role: Type.String(),
        quantity: nullable(Type.Number()),
        uom: nullable(Type.String()),
      }),
    ),
  ),
});

const GapBody = Type.Object({
  kind: Type.Enum([
    'appearsFromNowhere',
    'moreUsedThanMade',
    'shippedNotReceived',
    'receivedNotShipped',
    'holderDiffers',
  ]),
  node: Type.String(),
  since: Time,
  members: Type.Array(Type.String()),
  events: Type.Array(Type.String({ description: 'hashes' })),
  amount: nullable(Type.Object({ expected: Type.Number(), found: Type.Number(), uom: nullable(Type.String()) })),
});

export const LineageBody = Type.Object({
  id: Type.String(),
  direction: Type.Enum(['back', 'forward', 'both']),
  nodes: Type.Array(Node),
  edges: Type.Array(Edge),
  events: Type.Array(Event),
  gaps: Type.Array(GapBody),
  truncated: Type.Boolean({ description: 'true when there is more than the bounds allow to show' }),
});

export const LineageQuery = Type.Object({
  epc: Type.String({
    minLength: 1,
    maxLength: 2000,
    description: 'EPC URI or GS1 Digital Link of an item, a lot, a unit',
  }),
  direction: Type.Enum(['back', 'forward', 'both'], { default: 'both' }),
});
