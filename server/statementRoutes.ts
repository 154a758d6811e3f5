import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { withoutPrivatePayload } from '../evidence/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Trace } from '../trace/index.ts';
import { serverErrors } from './errors.ts';
import { bundleSchema, foundStatementSchema, statementSchema } from './logSchemas.ts';

const params = Type.Object({ statementId: Type.String({ minLength: 1, maxLength: 100 }) });
const tags = ['Evidence'];
const config = { access: 'public' } as const;

/** Statements of the evidence log and their proofs. */
export function statementRoutes(ledger: Ledger, { access }: Pick<Trace, 'access'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/log/statements',
      {
        config,
        schema: {
          summary: 'The statements about a subject',
          tags,
          querystring: Type.Object({
            subject: Type.String({ minLength: 1, maxLength: 2_000, description: 'Such as the hash id of an event' }),
          }),
          response: { 200: Type.Object({ statements: Type.Array(foundStatementSchema) }) },
        },
      },
      async ({ query }) => ({ statements: await ledger.findStatements(query.subject) }),
    );

    app.get(
      '/api/log/statements/:statementId',
      {
        config,
        schema: { summary: 'A statement and how far it has come', tags, params, response: { 200: statementSchema } },
      },
      async ({ params: asked }) => {
        const [record] = await ledger.statements.read([asked.statementId]);
        if (!record) throw serverErrors.statementUnknown(asked);
        return record;
      },
    );

    app.get(
      '/api/log/statements/:statementId/bundle',
      {
        // The content of an event that is not for everybody is left out for those it is not for.
        config: { access: 'public', identify: true },
        schema: {
          summary: 'The proof bundle of a statement',
          description:
            'Member `tlogProof` is a file of the form c2sp.org/tlog-proof@v1. With `deep` the bundle also leads from the ' +
            'anchor to a recent block, so that it can be checked without asking a node for anything but a block hash.',
          tags,
          params,
          querystring: Type.Object({ deep: Type.Boolean({ default: false }) }),
          response: { 200: bundleSchema },
        },
      },
      async ({ params: asked, query, raw, principal }, reply) => {
        const stopping = new AbortController();
        raw.once('close', () => stopping.abort());
        const bundle = await ledger.readBundle(asked.statementId, { deep: query.deep, signal: stopping.signal });
        if (!bundle) throw serverErrors.statementUnknown(asked);
        const statement = { id: asked.statementId, subject: bundle.statement.subject };
        const { payload: _, ...sealed } = bundle;
        const open = await access.mayReadPayload(statement, await access.toViewer(principal));
        return reply.send(open ? withoutPrivatePayload(bundle) : sealed);
      },
    );
  };
}
