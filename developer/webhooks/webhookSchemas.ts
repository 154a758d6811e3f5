import { Type } from 'typebox';
import type { WebhookMessage } from './messages.ts';
import { type ToldState, toldStates, type Webhook } from './webhook.ts';

const time = Type.String({ format: 'date-time', description: 'UTC, ISO 8601' });
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);

const stateSchema = Type.Unsafe<ToldState>({ type: 'string', enum: [...toldStates] });

const webhookFields = {
  id: Type.String(),
  member: Type.String(),
  url: Type.String(),
  states: Type.Array(stateSchema, { description: 'The changes it is told' }),
  createdAt: time,
  pausedAt: orNull(time),
  pauseReason: orNull(Type.String()),
  pending: Type.Integer({ description: 'Messages that wait' }),
  dead: Type.Integer({ description: 'Messages that were given up' }),
};

/** `Webhook` as JSON Schema. */
export const webhookSchema = Type.Unsafe<Webhook>(Type.Object(webhookFields));

const secret = Type.String({ description: 'Signs the messages (Standard Webhooks); readable in this answer only' });
export const secretSchema = Type.Object({ secret });
export const newWebhookSchema = Type.Unsafe<Webhook & { secret: string }>(Type.Object({ ...webhookFields, secret }));

export const newWebhookBody = Type.Object(
  {
    url: Type.String({ minLength: 8, maxLength: 2_000, description: 'http or https; it receives POST' }),
    states: Type.Optional(Type.Array(stateSchema, { minItems: 1, maxItems: toldStates.length })),
  },
  { additionalProperties: false },
);

export const messageStateSchema = Type.Unsafe<WebhookMessage['state']>({
  type: 'string',
  enum: ['pending', 'delivered', 'dead'],
});

/** `WebhookMessage` as JSON Schema. */
export const messageSchema = Type.Unsafe<WebhookMessage>(
  Type.Object({
    id: Type.String(),
    messageId: Type.String({ description: 'The header webhook-id, the same at every attempt' }),
    type: Type.String(),
    body: Type.String({ description: 'Exactly what is sent' }),
    state: messageStateSchema,
    attempts: Type.Integer(),
    nextAttemptAt: orNull(time),
    lastStatus: orNull(Type.Integer()),
    lastError: orNull(Type.String()),
    createdAt: time,
    deliveredAt: orNull(time),
  }),
);

export const webhookParams = Type.Object({ id: Type.String({ format: 'uuid' }) });
export const pageQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  cursor: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$', description: 'From the page before' })),
});
export const nextCursor = Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' });
