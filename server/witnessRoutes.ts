import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Ledger } from '../ledger/index.ts';
import { witnessSetSchema } from './logSchemas.ts';

const tags = ['Evidence'];
const config = { access: 'witnesses:change' } as const;

/** The operator's witnesses. Every change answers with the whole set; the contract follows before the next anchor. */
export function witnessRoutes({ witnesses }: Ledger): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/log/witnesses',
      {
        config: { access: 'witnesses:read' },
        schema: { summary: 'The witnesses and how it goes with each', tags, response: { 200: witnessSetSchema } },
      },
      () => witnesses.read(),
    );

    app.post(
      '/api/log/witnesses',
      {
        config,
        schema: {
          summary: 'Add a witness',
          description:
            'With what `xiangyu witness` prints. An address in a private network is called too: operators know theirs.',
          tags,
          body: Type.Object({
            vkeys: Type.Array(Type.String({ minLength: 1, maxLength: 4_000 }), { minItems: 1, maxItems: 3 }),
            url: Type.String({ minLength: 1, maxLength: 2_000, description: 'add-checkpoint is below it' }),
          }),
          response: { 201: witnessSetSchema },
        },
      },
      async ({ body }, reply) => {
        await witnesses.add(body);
        reply.code(201);
        return witnesses.read();
      },
    );

    app.put(
      '/api/log/witnesses/threshold',
      {
        config,
        schema: {
          summary: 'Set how many witnesses have to cosign',
          tags,
          body: Type.Object({ threshold: Type.Integer({ minimum: 0, maximum: 64 }) }),
          response: { 200: witnessSetSchema },
        },
      },
      async ({ body }) => {
        await witnesses.setThreshold(body.threshold);
        return witnesses.read();
      },
    );

    app.delete(
      '/api/log/witnesses/:name',
      {
        config,
        schema: {
          summary: 'Remove a witness',
          tags,
          params: Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) }),
          response: { 200: witnessSetSchema },
        },
      },
      async ({ params }) => {
        await witnesses.remove(params.name);
        return witnesses.read();
      },
    );
  };
}
