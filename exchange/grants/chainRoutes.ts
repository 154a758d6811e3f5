import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { XiangyuError } from '../../errors.ts';
import { type AcceptCallContext, acceptCall } from './acceptCall.ts';
import { grantErrors } from './errors.ts';
import { callBody, callParams, chainSchema, outcomeSchema } from './schemas.ts';

const tags = ['Data exchange'];
const path = '/api/exchange/chain';

/** On the platform: what connectors that run elsewhere need of the chain. */
export function chainRoutes(context: AcceptCallContext): FastifyPluginAsyncTypebox {
  const { chain, relay, house } = context;
  return async (app) => {
    app.get(
      path,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'Chain and contract of the grants',
          response: { 200: chainSchema },
        },
      },
      async () => {
        const contract = await chain.contract().catch((error: unknown) => {
          if (error instanceof XiangyuError && error.retryable) return null;
          throw error;
        });
        return { evmChainId: chain.evmChainId, contract };
      },
    );

    app.post(
      path,
      {
        config: { access: 'public' },
        bodyLimit: 16 * 1024,
        schema: {
          tags,
          summary: 'Have a signed call of the contract of the grants carried to the chain',
          description:
            'The EIP-712 signature in the call says who sends it: the chain key of a registered connector. Only what the contract ' +
            'would take is carried; the platform pays, up to a number of calls a day.',
          body: callBody,
          response: { 202: Type.Object({ reference: Type.String() }) },
        },
      },
      async ({ body }, reply) => {
        const reference = await acceptCall(context, body);
        reply.code(202);
        return { reference };
      },
    );

    app.get(
      `${path}/calls/:reference`,
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'What became of a carried call',
          params: callParams,
          response: { 200: outcomeSchema },
        },
      },
      async ({ params: { reference } }) => {
        const [known] = await house.store.sql<{ participant: string }[]>`
          SELECT participant FROM exchange.carried_calls WHERE transaction_id = ${reference}`;
        const outcome = known ? await relay.outcome({ reference, ...known }) : null;
        if (!outcome) throw grantErrors.callUnknown({ reference });
        return outcome;
      },
    );
  };
}
