import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { readMember } from '../readMember.ts';
import type { WebhookOperations } from './openWebhooks.ts';
import {
  messageSchema,
  messageStateSchema,
  newWebhookBody,
  newWebhookSchema,
  nextCursor,
  pageQuery,
  secretSchema,
  webhookParams,
  webhookSchema,
} from './webhookSchemas.ts';

const tags = ['Webhooks'];
const done = Type.Null({ description: 'Done' });

/** The HTTP surface of webhooks; a member sees its own only. */
export function webhookRoutes(webhooks: WebhookOperations): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/webhooks',
      {
        config: { access: 'webhook:read' },
        schema: {
          summary: 'The own webhooks',
          tags,
          response: { 200: Type.Object({ items: Type.Array(webhookSchema) }) },
        },
      },
      async (request) => ({ items: await webhooks.find(readMember(request)) }),
    );

    app.post(
      '/api/webhooks',
      {
        config: { access: 'webhook:change' },
        schema: {
          summary: 'Be told of every change of the own transactions',
          description:
            'Messages follow Standard Webhooks: signed, in order, at least once. Compare webhook-id to drop repetitions.',
          tags,
          body: newWebhookBody,
          response: { 201: newWebhookSchema },
        },
      },
      async (request, reply) => {
        const made = await webhooks.create(readMember(request), request.body);
        return reply.code(201).header('location', `/api/webhooks/${made.id}`).send(made);
      },
    );

    app.get(
      '/api/webhooks/:id',
      {
        config: { access: 'webhook:read' },
        schema: { summary: 'One webhook', tags, params: webhookParams, response: { 200: webhookSchema } },
      },
      (request) => webhooks.read(readMember(request), request.params.id),
    );

    app.delete(
      '/api/webhooks/:id',
      {
        config: { access: 'webhook:change' },
        schema: { summary: 'End a webhook', tags, params: webhookParams, response: { 204: done } },
      },
      async (request, reply) => {
        await webhooks.remove(readMember(request), request.params.id);
        return reply.code(204).send(null);
      },
    );

    for (const action of ['pause', 'resume'] as const) {
      app.post(
        `/api/webhooks/:id/${action}`,
        {
          config: { access: 'webhook:change' },
          schema: {
            summary: action === 'pause' ? 'Let its messages wait' : 'Send what waits, from the oldest on',
            tags,
            params: webhookParams,
            response: { 200: webhookSchema },
          },
        },
        async (request) => {
          await webhooks[action](readMember(request), request.params.id);
          return webhooks.read(readMember(request), request.params.id);
        },
      );
    }

    app.post(
      '/api/webhooks/:id/ping',
      {
        config: { access: 'webhook:change' },
        schema: {
          summary: 'Send a message that only shows that the way works',
          tags,
          params: webhookParams,
          response: { 202: Type.Object({ messageId: Type.String() }) },
        },
      },
      async (request, reply) => {
        const messageId = await webhooks.ping(readMember(request), request.params.id);
        return reply.code(202).send({ messageId });
      },
    );

    app.post(
      '/api/webhooks/:id/rotate-secret',
      {
        config: { access: 'webhook:change' },
        schema: {
          summary: 'Sign with a new secret; for a day also with the old one',
          tags,
          params: webhookParams,
          response: { 200: secretSchema },
        },
      },
      async (request) => ({ secret: await webhooks.rotateSecret(readMember(request), request.params.id) }),
    );

    app.get(
      '/api/webhooks/:id/messages',
      {
        config: { access: 'webhook:read' },
        schema: {
          summary: 'What was sent, waits or was given up, newest first',
          tags,
          params: webhookParams,
          querystring: Type.Interface([pageQuery], { state: Type.Optional(messageStateSchema) }),
          response: { 200: Type.Object({ items: Type.Array(messageSchema), nextCursor }) },
        },
      },
      (request) => {
        const { limit, cursor, state } = request.query;
        return webhooks.findMessages({
          member: readMember(request),
          webhookId: request.params.id,
          state,
          before: cursor,
          limit,
        });
      },
    );

    app.post(
      '/api/webhooks/:id/replay',
      {
        config: { access: 'webhook:change' },
        schema: {
          summary: 'Send again what was given up, or one message',
          tags,
          params: webhookParams,
          body: Type.Object(
            { messageId: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })) },
            { additionalProperties: false },
          ),
          response: { 202: Type.Object({ messages: Type.Integer({ description: 'How many wait again' }) }) },
        },
      },
      async (request, reply) => {
        const messages = await webhooks.replay(readMember(request), request.params.id, request.body.messageId);
        return reply.code(202).send({ messages });
      },
    );
  };
}
