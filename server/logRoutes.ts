import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { allianceErrors } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { checkpointListSchema, consistencySchema, logStateSchema } from './logSchemas.ts';
import { pageQuery } from './schemas.ts';

const sizeSchema = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
const tags = ['Evidence'];
const config = { access: 'public' } as const;

function readToken(token: string | undefined): number | null {
  if (token === undefined) return null;
  if (!/^[1-9]\d{0,15}$/.test(token)) throw allianceErrors.pageTokenWrong();
  return Number(token);
}

/** The evidence log: its state, its checkpoints, that they agree with each other, and who vouches for it. */
export function logRoutes(ledger: Ledger): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/log',
      { config, schema: { summary: 'The state of the evidence log', tags, response: { 200: logStateSchema } } },
      async () => ledger.readLogState(),
    );

    app.get(
      '/api/log/checkpoints',
      {
        config,
        schema: {
          summary: 'Signed checkpoints, newest first',
          description: 'With who cosigned each and, where it was anchored, how sure the chain is of it.',
          tags,
          querystring: pageQuery,
          response: { 200: checkpointListSchema },
        },
      },
      async ({ query }) => {
        const below = readToken(query.nextPageToken);
        const found = await ledger.listCheckpoints({ limit: query.perPage + 1, below });
        const checkpoints = found.slice(0, query.perPage);
        const last = checkpoints.at(-1);
        return { checkpoints, nextPageToken: found.length > query.perPage && last ? String(last.size) : null };
      },
    );

    app.get(
      '/api/log/checkpoints/:size',
      {
        config,
        schema: {
          summary: 'One signed checkpoint with the lines of its witnesses',
          description: 'A signed note (c2sp.org/tlog-checkpoint). The newest published one is at /log/checkpoint.',
          tags,
          params: Type.Object({ size: sizeSchema }),
          produces: ['text/plain'],
        },
      },
      async ({ params }, reply) => {
        const text = await ledger.readCheckpointOf(params.size);
        return reply.type('text/plain; charset=utf-8').send(text);
      },
    );

    app.get(
      '/api/log/consistency',
      {
        config,
        schema: {
          summary: 'Proof that nothing was rewritten between two sizes',
          description: 'RFC 9162, 2.1.4: the first `from` statements are the beginning of the first `to`.',
          tags,
          querystring: Type.Object({ from: sizeSchema, to: sizeSchema }),
          response: { 200: consistencySchema },
        },
      },
      async ({ query }) => ledger.readConsistency(query.from, query.to),
    );

    app.get(
      '/log/policy',
      {
        config,
        schema: {
          summary: 'Key of the log and its witnesses, as a policy for verifiers',
          description: 'c2sp.org/tlog-policy. What counts is the copy that a verifier got from somebody it trusts.',
          tags,
          produces: ['text/plain'],
        },
      },
      async (_request, reply) =>
        reply
          .headers({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' })
          .type('text/plain; charset=utf-8')
          .send(await ledger.readPolicy()),
    );
  };
}
