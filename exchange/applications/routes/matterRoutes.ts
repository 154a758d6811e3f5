import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Applications } from '../applications.ts';
import { matterCode } from '../form/formSchema.ts';
import { actorOf } from './callerOf.ts';
import { idParams, matterBody, matterSchema, nothing, pageOf, pageQuery, ruleBody, ruleSchema } from './schemas.ts';

const tags = ['Exchange applications'];
const matters = '/api/exchange/matters';
const rules = '/api/exchange/rules';
const reading = { access: 'exchange:read' } as const;
const applying = { access: 'exchange:apply' } as const;
const deciding = { access: 'exchange:decide' } as const;
const code = Type.Object({ code: matterCode });
const querystring = Type.Object(pageQuery);

/** Matters of the own department, for which it asks, and standing rules, by which it gives. */
export function matterRoutes(applications: Applications): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      matters,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Matters of the own department',
          querystring,
          response: { 200: pageOf(matterSchema) },
        },
      },
      (request) => applications.listMatters(actorOf(request).participant, request.query),
    );
    app.put(
      `${matters}/:code`,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Enter or change a matter',
          params: code,
          body: matterBody,
          response: { 200: matterSchema },
        },
      },
      (request) => {
        const { participant, actor } = actorOf(request);
        return applications.saveMatter(participant, actor, { code: request.params.code, ...request.body });
      },
    );
    app.delete(
      `${matters}/:code`,
      {
        config: applying,
        schema: {
          tags,
          summary: 'Remove a matter that is the purpose of nothing open',
          params: code,
          response: { 204: nothing },
        },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        await applications.removeMatter(participant, actor, request.params.code);
        return reply.code(204).send(null);
      },
    );
    app.get(
      rules,
      {
        config: reading,
        schema: {
          tags,
          summary: 'Standing rules: which matter of which department gets what without anybody deciding',
          querystring,
          response: { 200: pageOf(ruleSchema) },
        },
      },
      (request) => applications.listRules(actorOf(request).participant, request.query),
    );
    app.post(
      rules,
      {
        config: deciding,
        schema: { tags, summary: 'Make a standing rule', body: ruleBody, response: { 201: ruleSchema } },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        return reply.code(201).send(await applications.saveRule(participant, actor, request.body));
      },
    );
    app.put(
      `${rules}/:id`,
      {
        config: deciding,
        schema: {
          tags,
          summary: 'Change a standing rule',
          params: idParams,
          body: ruleBody,
          response: { 200: ruleSchema },
        },
      },
      (request) => {
        const { participant, actor } = actorOf(request);
        return applications.saveRule(participant, actor, { id: request.params.id, ...request.body });
      },
    );
    app.delete(
      `${rules}/:id`,
      {
        config: deciding,
        schema: { tags, summary: 'End a standing rule; agreements stay', params: idParams, response: { 204: nothing } },
      },
      async (request, reply) => {
        const { participant, actor } = actorOf(request);
        await applications.endRule(participant, actor, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}
