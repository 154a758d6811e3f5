import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { slugSchema } from '../votes/sharedSchemas.ts';
import type { Founding } from './openFounding.ts';
import { allianceSchema, foundingSignatureBody, foundingTaskSchema, startFoundingBody } from './schemas.ts';

const tags = ['Alliance'];

/** The alliance as a whole, and its founding. */
export function foundingRoutes({ founding }: { founding: Founding }): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/alliance',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The alliance: its contracts, rules and founding',
          tags,
          response: { 200: allianceSchema },
        },
      },
      () => founding.readAlliance(),
    );

    app.get(
      '/api/alliance/charter',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The charter; the SHA-256 of exactly these bytes (RFC 8785) is on the chain',
          tags,
          response: { 200: Type.String({ description: 'application/json' }) },
        },
      },
      async (_, reply) => {
        // A serializer of its own: the text is JSON already.
        reply.type('application/json; charset=utf-8').serializer(String);
        return founding.readCharter();
      },
    );

    app.post(
      '/api/alliance/founding',
      {
        config: { access: 'founding:start' },
        bodyLimit: 2_000_000,
        schema: {
          summary: 'Begin the founding, or go on with it',
          description: 'The contracts are deployed in the background; then every founder signs with its own key.',
          tags,
          body: startFoundingBody,
          response: { 202: allianceSchema },
        },
      },
      async ({ body, principal }, reply) => {
        const { members, replace = false } = body;
        await founding.start({ members, replace, principal });
        reply.code(202);
        return founding.readAlliance();
      },
    );

    app.get(
      '/api/alliance/founding/founders/:slug',
      {
        config: { access: 'public' },
        schema: {
          summary: 'What a founder signs',
          tags,
          params: Type.Object({ slug: slugSchema }),
          response: { 200: foundingTaskSchema },
        },
      },
      ({ params }) => founding.readTask(params.slug),
    );

    app.post(
      '/api/alliance/founding/signatures',
      {
        config: { access: 'public' },
        schema: {
          summary: "Hand in a founder's signature",
          description: 'Anyone may: only the founder can have made it, which the registry on the chain checks.',
          tags,
          body: foundingSignatureBody,
          response: { 202: foundingTaskSchema },
        },
      },
      async ({ body }, reply) => {
        await founding.sign(body);
        reply.code(202);
        return founding.readTask(body.founder);
      },
    );
  };
}
