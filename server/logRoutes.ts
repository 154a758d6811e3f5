import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Ledger, LogState } from '../ledger/index.ts';
import type { ProofBundle } from '../proof/index.ts';
import { serverErrors } from './errors.ts';
import { timeSchema } from './schemas.ts';

const hexSchema = Type.String({ pattern: '^(0x)?[0-9a-f]*$' });
const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);

const checkpointSchema = Type.Object({
  size: Type.Integer(),
  root: hexSchema,
  status: Type.String({ description: 'Where its transaction is' }),
  level: Type.String({ enum: ['none', 'packed', 'executed', 'confirmed', 'finalized'] }),
  transactionHash: orNull(hexSchema),
  blockNumber: orNull(Type.Integer()),
  anchoredAt: orNull(timeSchema),
});
const logStateSchema = Type.Unsafe<LogState>(
  Type.Object({
    size: Type.Integer({ description: 'Statements in the log' }),
    pending: Type.Integer({ description: 'Statements that are recorded but not in the log yet' }),
    integratedRoot: hexSchema,
    checkpoint: orNull(checkpointSchema),
    contract: orNull(hexSchema),
    evmChainId: Type.Integer(),
    origin: Type.String(),
    treasury: Type.Object({ address: hexSchema, balanceWei: Type.String({ description: 'Decimal digits' }) }),
  }),
);
const bundleSchema = Type.Unsafe<ProofBundle>({
  type: 'object',
  additionalProperties: true,
  description: 'Proof bundle, format xiangyu-proof-bundle/1; check it with `xiangyu verify` or in the browser',
});
const statementSchema = Type.Object({
  statementId: Type.String(),
  index: Type.Union([Type.Integer(), Type.Null()], { description: 'Position in the log, once it has one' }),
  status: Type.Unsafe<'pending' | 'integrated' | 'anchored' | 'confirmed'>({
    type: 'string',
    enum: ['pending', 'integrated', 'anchored', 'confirmed'],
  }),
});

/** The evidence log: its state, its statements and their proofs. */
export function logRoutes(ledger: Ledger): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/log',
      {
        config: { access: 'public' },
        schema: { summary: 'The state of the evidence log', tags: ['Evidence'], response: { 200: logStateSchema } },
      },
      async () => ledger.readLogState(),
    );

    app.get(
      '/api/log/statements',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The statements about a subject',
          tags: ['Evidence'],
          querystring: Type.Object({
            subject: Type.String({ minLength: 1, maxLength: 2_000, description: 'Such as the hash id of an event' }),
          }),
          response: { 200: Type.Object({ statements: Type.Array(statementSchema) }) },
        },
      },
      async ({ query }) => ({ statements: await ledger.findStatements(query.subject) }),
    );

    app.get(
      '/api/log/statements/:statementId/bundle',
      {
        config: { access: 'public' },
        schema: {
          summary: 'The proof bundle of a statement',
          tags: ['Evidence'],
          params: Type.Object({ statementId: Type.String({ minLength: 1, maxLength: 100 }) }),
          response: { 200: bundleSchema },
        },
      },
      async ({ params }) => {
        const bundle = await ledger.readBundle(params.statementId);
        if (!bundle) throw serverErrors.statementUnknown(params);
        return bundle;
      },
    );
  };
}
