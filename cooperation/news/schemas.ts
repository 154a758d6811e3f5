import { Type } from 'typebox';
import { oneOf, orNull, pageOf, time } from '../schemas.ts';
import type { Subscription } from './subscription.ts';
import { topics } from './topics.ts';
import type { NewsMessage, NewsWebhook } from './webhook.ts';

const topic = oneOf(
  topics,
  'group-work: what happens in groups that one is in; own: what concerns the own organisation',
);
const language = oneOf(['zh-CN', 'en']);

export const subscriptionSchema = Type.Unsafe<Subscription>(Type.Object({ topics: Type.Array(topic), language }));
export const subscriptionBody = Type.Object(
  { topics: Type.Array(topic, { maxItems: topics.length }), language },
  { additionalProperties: false },
);
export const webhookSchema = Type.Unsafe<NewsWebhook>(
  Type.Object({
    id: Type.String(),
    url: Type.String(),
    topics: Type.Array(topic),
    createdAt: time,
    pausedAt: orNull(time),
    pauseReason: orNull(Type.String()),
    pending: Type.Integer(),
    dead: Type.Integer(),
  }),
);
export const webhookBody = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: 2_000 }),
    topics: Type.Array(topic, { minItems: 1, maxItems: topics.length }),
  },
  { additionalProperties: false },
);
export const createdWebhook = Type.Object({
  id: Type.String(),
  secret: Type.String({ description: 'Signs the messages (Standard Webhooks); shown here only' }),
});
export const messagePageSchema = pageOf(
  Type.Unsafe<NewsMessage>(
    Type.Object({
      id: Type.String(),
      messageId: Type.String(),
      type: Type.String(),
      body: Type.String(),
      state: oneOf(['pending', 'delivered', 'dead']),
      attempts: Type.Integer(),
      lastStatus: orNull(Type.Integer()),
      lastError: orNull(Type.String()),
      createdAt: time,
      deliveredAt: orNull(time),
    }),
  ),
);
