import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Ledger } from '../../ledger/index.ts';
import { readMember } from '../readMember.ts';
import { encodeBody } from './encodeBody.ts';
import { idParams, replacementSchema } from './transactionSchemas.ts';

const tags = ['Transactions'];

/** Changing transactions that are not executed yet. */
export function changeRoutes(transactions: Ledger['transactions']): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/transactions/:id/cancel',
      {
        config: { access: 'transaction:change' },
        schema: {
          summary: 'Cancel a transaction',
          description:
            'One that waits is over at once. One on its way is raced by an empty transfer with the same nonce: whichever is executed decides.',
          tags,
          params: idParams,
          response: { 202: Type.Object({ outcome: Type.String({ enum: ['cancelled', 'cancelling'] }) }) },
        },
      },
      async (request, reply) => {
        const outcome = await transactions.cancel(request.params.id, readMember(request));
        return reply.code(202).send({ outcome });
      },
    );

    app.post(
      '/transactions/:id/replace',
      {
        config: { access: 'transaction:change' },
        schema: {
          summary: 'Give a transaction another body under the same nonce',
          tags,
          params: idParams,
          body: replacementSchema,
          response: { 202: Type.Object({ outcome: Type.String({ enum: ['replaced', 'replacing'] }) }) },
        },
      },
      async (request, reply) => {
        const { gas } = request.body;
        const body = { ...encodeBody(request.body), ...(gas === undefined ? {} : { gas: BigInt(gas) }) };
        return reply
          .code(202)
          .send({ outcome: await transactions.replace(request.params.id, body, readMember(request)) });
      },
    );

    app.post(
      '/transactions/:id/speed-up',
      {
        config: { access: 'transaction:change' },
        schema: {
          summary: 'Offer a higher fee for a transaction on its way',
          tags,
          params: idParams,
          response: { 202: Type.Object({ outcome: Type.String({ enum: ['replaced', 'replacing'] }) }) },
        },
      },
      async (request, reply) =>
        reply
          .code(202)
          .send({ outcome: await transactions.replace(request.params.id, undefined, readMember(request)) }),
    );
  };
}
