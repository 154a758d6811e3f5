import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { CooperationHouse } from '../house.ts';
import { callerOf, personOf } from '../identify.ts';
import { idParams, nothing, pageQuery } from '../schemas.ts';
import { findMessages, findWebhooks } from './findWebhooks.ts';
import {
  createWebhook,
  pauseWebhook,
  pingWebhook,
  removeWebhook,
  replayMessages,
  resumeWebhook,
  rotateSecret,
} from './manageWebhooks.ts';
import {
  createdWebhook,
  messagePageSchema,
  subscriptionBody,
  subscriptionSchema,
  webhookBody,
  webhookSchema,
} from './schemas.ts';
import { readSubscription, subscribe } from './subscription.ts';

const tags = ['Cooperation'];
const own = '/api/cooperation/subscription';
const hooks = '/api/cooperation/webhooks';
const subscribing = { access: 'cooperation:subscribe' } as const;
const managing = { access: 'cooperation:manage-webhooks' } as const;

const steps = [
  ['pause', pauseWebhook, 'Let its messages wait'],
  ['resume', resumeWebhook, 'Send what waits'],
  ['ping', pingWebhook, 'Send a message that only shows that the way works'],
  ['replay', replayMessages, 'Send again what was given up'],
] as const;

/** Being told of news: mail for people, webhooks for organisations. */
export function newsRoutes(house: CooperationHouse): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      own,
      {
        config: subscribing,
        schema: { tags, summary: 'What the person wants mail about', response: { 200: subscriptionSchema } },
      },
      async (request) => readSubscription(house, personOf(request)),
    );
    app.put(
      own,
      {
        config: subscribing,
        schema: { tags, summary: 'Set what to get mail about', body: subscriptionBody, response: { 204: nothing } },
      },
      async (request, reply) => {
        await subscribe(house, { principal: personOf(request), ...request.body });
        return reply.code(204).send(null);
      },
    );
    app.get(
      hooks,
      {
        config: managing,
        schema: {
          tags,
          summary: "The organisation's webhooks for news",
          response: { 200: Type.Object({ items: Type.Array(webhookSchema) }) },
        },
      },
      async (request) => ({ items: await findWebhooks(house, callerOf(request)) }),
    );
    app.post(
      hooks,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Add a webhook for news',
          description: 'Messages are signed after Standard Webhooks, sent in order and tried again for a day.',
          body: webhookBody,
          response: { 201: createdWebhook },
        },
      },
      async (request, reply) =>
        reply.code(201).send(await createWebhook(house, { principal: callerOf(request), ...request.body })),
    );
    for (const [step, run, summary] of steps) {
      app.post(
        `${hooks}/:id/${step}`,
        { config: managing, schema: { tags, summary, params: idParams, response: { 204: nothing } } },
        async (request, reply) => {
          await run(house, { principal: callerOf(request), id: request.params.id });
          return reply.code(204).send(null);
        },
      );
    }
    app.post(
      `${hooks}/:id/rotate-secret`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'Sign with a new secret, for a day with the old one too',
          params: idParams,
          response: { 200: Type.Object({ secret: Type.String() }) },
        },
      },
      async (request) => ({
        secret: await rotateSecret(house, { principal: callerOf(request), id: request.params.id }),
      }),
    );
    app.get(
      `${hooks}/:id/messages`,
      {
        config: managing,
        schema: {
          tags,
          summary: 'The messages of a webhook, the newest first',
          params: idParams,
          querystring: Type.Object(pageQuery),
          response: { 200: messagePageSchema },
        },
      },
      async (request) => findMessages(house, { ...request.query, principal: callerOf(request), id: request.params.id }),
    );
    app.delete(
      `${hooks}/:id`,
      { config: managing, schema: { tags, summary: 'End a webhook', params: idParams, response: { 204: nothing } } },
      async (request, reply) => {
        await removeWebhook(house, { principal: callerOf(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
