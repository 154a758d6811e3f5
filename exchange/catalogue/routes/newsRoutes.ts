import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Catalogue } from '../catalogue.ts';
import {
  idParams,
  newsSchema,
  nothing,
  orNull,
  pageOf,
  pageQuery,
  slug,
  someText,
  subscriptionSchema,
} from '../schemas.ts';
import { callerOf } from './callerOf.ts';

const tags = ['Exchange catalogue'];

/** Being told of changes: a person for itself, a steward for the department. */
const kinds = [
  { prefix: '/api/exchange', access: 'exchange:read', whose: 'own', ofPerson: true },
  {
    prefix: '/api/exchange/department',
    access: 'exchange:manage-catalogue',
    whose: "the department's",
    ofPerson: false,
  },
] as const;

/** Subscriptions to catalogues and what they brought. */
export function newsRoutes(catalogue: Catalogue): FastifyPluginAsyncTypebox {
  return async (app) => {
    for (const { prefix, access, whose, ofPerson } of kinds) {
      const config = { access };
      const subscriberOf = (request: FastifyRequest) => {
        const { member, id } = callerOf(request);
        return { slug: member, did: null, person: ofPerson ? id : null };
      };
      app.get(
        `${prefix}/subscriptions`,
        {
          config,
          schema: {
            tags,
            summary: `List ${whose} subscriptions`,
            querystring: Type.Object(pageQuery),
            response: { 200: pageOf(subscriptionSchema) },
          },
        },
        async (request) => catalogue.subscriptions(subscriberOf(request), request.query),
      );
      app.post(
        `${prefix}/subscriptions`,
        {
          config,
          schema: {
            tags,
            summary: `Add to ${whose} subscriptions a dataset or the whole catalogue of a department`,
            description:
              'Of departments whose connector runs here. A webhook gets the news signed (Standard Webhooks).',
            body: Type.Object(
              {
                department: slug,
                dataset: Type.Optional(orNull(Type.String({ maxLength: 60 }))),
                webhook: Type.Optional(orNull(someText(2_000))),
              },
              { additionalProperties: false },
            ),
            response: { 201: subscriptionSchema },
          },
        },
        async (request, reply) => {
          const { department, dataset = null, webhook = null } = request.body;
          const made = await catalogue.subscribe(department, subscriberOf(request), { dataset, webhook });
          return reply.code(201).send(made);
        },
      );
      app.delete(
        `${prefix}/subscriptions/:id`,
        {
          config,
          schema: { tags, summary: `End one of ${whose} subscriptions`, params: idParams, response: { 204: nothing } },
        },
        async (request, reply) => {
          await catalogue.unsubscribe(subscriberOf(request), request.params.id);
          return reply.code(204).send(null);
        },
      );
      app.get(
        `${prefix}/news`,
        {
          config,
          schema: {
            tags,
            summary: `Read ${whose} news of catalogues, the newest first`,
            querystring: Type.Object(pageQuery),
            response: { 200: pageOf(newsSchema) },
          },
        },
        async (request) => catalogue.news(subscriberOf(request), request.query),
      );
      app.post(
        `${prefix}/news/read`,
        {
          config,
          schema: {
            tags,
            summary: `Mark some of ${whose} news as read`,
            body: Type.Object(
              { ids: Type.Array(Type.String({ maxLength: 60 }), { minItems: 1, maxItems: 100 }) },
              { additionalProperties: false },
            ),
            response: { 204: nothing },
          },
        },
        async (request, reply) => {
          await catalogue.markRead(subscriberOf(request), request.body.ids);
          return reply.code(204).send(null);
        },
      );
    }
  };
}
