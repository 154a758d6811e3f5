import { type TSchema, Type } from 'typebox';
import { answers } from './model.ts';

const nullable = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);
const Time = Type.String({ description: 'ISO 8601 in UTC' });
const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
const Member = Type.Object({ slug: Type.String(), name: LocalText });

const notice = {
  items: Type.Integer({ description: 'rows of the list that are its own' }),
  notifiedAt: Time,
  seenAt: nullable(Time),
  answeredAt: nullable(Time),
  answer: nullable(Type.Enum([...answers])),
  amount: nullable(Type.String()),
  note: nullable(Type.String()),
};

const summary = {
  id: Type.String(),
  member: Member,
  things: Type.Array(Type.Object({ id: Type.String(), name: nullable(LocalText) })),
  reason: Type.String(),
  instructions: Type.String(),
  mock: Type.Boolean({ description: 'true for an exercise' }),
  state: Type.Enum(['open', 'closed']),
  startedAt: Time,
  tracedMs: Type.Integer({ description: 'milliseconds until everything affected was found' }),
  completedMs: nullable(Type.Integer({ description: 'milliseconds until the last holder had answered' })),
  closedAt: nullable(Time),
  outcome: nullable(Type.String()),
  holders: Type.Integer(),
  answered: Type.Integer(),
  items: Type.Integer(),
  events: Type.Integer(),
  truncated: Type.Boolean({ description: 'true when the list is not complete' }),
  own: nullable(Type.Object(notice)),
};

export const RecallsBody = Type.Object({
  recalls: Type.Array(Type.Object(summary)),
  waiting: Type.Integer({ description: 'open recalls that wait for the answer of the own organisation' }),
  nextPageToken: nullable(Type.String()),
});

export const RecallBody = Type.Object({
  ...summary,
  notices: Type.Array(Type.Object({ holder: Member, ...notice })),
  acts: Type.Array(
    Type.Object({
      kind: Type.Enum(['started', 'answered', 'closed']),
      member: Member,
      time: Time,
      statementId: Type.String(),
    }),
  ),
  mayClose: Type.Boolean(),
});

export const RecallItemsBody = Type.Object({
  items: Type.Array(
    Type.Object({
      thing: nullable(
        Type.Object({
          id: Type.String(),
          kind: Type.Enum(['item', 'lot', 'tradeItem', 'logisticUnit', 'asset', 'other', 'sealed']),
          name: nullable(LocalText),
        }),
      ),
      holder: Member,
      place: nullable(Type.Object({ id: Type.String(), name: nullable(LocalText), geo: nullable(Type.String()) })),
      quantity: nullable(Type.Number()),
      uom: nullable(Type.String()),
      bizStep: nullable(Type.String()),
      firstTime: nullable(Time),
      lastTime: nullable(Time),
    }),
  ),
  nextPageToken: nullable(Type.String()),
});

export const StartBody = Type.Object({
  things: Type.Array(Type.String({ minLength: 1, maxLength: 500 }), { minItems: 1, maxItems: 20 }),
  reason: Type.String({ minLength: 3, maxLength: 2000 }),
  instructions: Type.String({ minLength: 3, maxLength: 2000, description: 'what holders shall do' }),
  mock: Type.Boolean({ default: false }),
});

export const AnswerBody = Type.Object({
  answer: Type.Enum([...answers]),
  amount: Type.Optional(nullable(Type.String({ maxLength: 200 }))),
  note: Type.Optional(nullable(Type.String({ maxLength: 2000 }))),
});

export const CloseBody = Type.Object({ outcome: Type.String({ minLength: 3, maxLength: 2000 }) });

export const RecallParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export const WarningsBody = Type.Object({
  recalls: Type.Array(
    Type.Object({
      id: Type.String(),
      member: Member,
      reason: Type.String(),
      instructions: Type.String(),
      startedAt: Time,
    }),
  ),
});
