import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Ledger } from '../../ledger/index.ts';
import { developerErrors } from '../errors.ts';
import { readMember } from '../readMember.ts';
import { encodeBody } from './encodeBody.ts';
import type { FindSigner } from './findSigner.ts';
import {
  bodySchema,
  detailSchema,
  idParams,
  type SubmittedBody,
  stateSchema,
  submittedSchema,
  viewSchema,
} from './transactionSchemas.ts';

export interface TransactionRoutesParameters {
  transactions: Ledger['transactions'];
  findSigner: FindSigner;
}

const tags = ['Transactions'];
/** Most transactions of one request. */
const most = 1_000;

const readKeyHeader = ({ headers }: FastifyRequest): string | undefined => {
  const header = headers['idempotency-key'];
  return typeof header === 'string' && header !== '' ? header : undefined;
};

/** Sending transactions: submit, simulate, look up. */
export function transactionRoutes({
  transactions,
  findSigner,
}: TransactionRoutesParameters): FastifyPluginAsyncTypebox {
  async function toRequest(tenant: string, body: SubmittedBody, key: string | undefined) {
    return {
      tenant,
      idempotencyKey: body.idempotencyKey ?? key ?? randomUUID(),
      signer: await findSigner(tenant, body.signer),
      ...encodeBody(body),
      ...(body.gas === undefined ? {} : { gas: BigInt(body.gas) }),
      ...(body.feeBudget === undefined ? {} : { feeBudget: BigInt(body.feeBudget) }),
      ...(body.space === undefined ? {} : { space: body.space }),
    };
  }

  return async (app) => {
    app.post(
      '/transactions',
      {
        config: { access: 'transaction:submit' },
        schema: {
          summary: 'Submit a transaction',
          description:
            'Durable with the answer: from then on it is executed once or fails with a reason, whatever crashes. The header Idempotency-Key may carry the key.',
          tags,
          body: bodySchema,
          response: { 200: submittedSchema, 202: submittedSchema },
        },
      },
      async (request, reply) => {
        const body = await toRequest(readMember(request), request.body, readKeyHeader(request));
        const submitted = await transactions.submit(body);
        reply.header('location', `/transactions/${submitted.transactionId}`);
        return reply.code(submitted.created ? 202 : 200).send(submitted);
      },
    );

    app.post(
      '/transactions/batch',
      {
        config: { access: 'transaction:submit' },
        bodyLimit: 8 * 1024 * 1024,
        schema: {
          summary: `Submit up to ${most} transactions, all or none`,
          tags,
          body: Type.Object(
            { transactions: Type.Array(bodySchema, { minItems: 1, maxItems: most }) },
            { additionalProperties: false },
          ),
          response: { 202: Type.Object({ transactions: Type.Array(submittedSchema) }) },
        },
      },
      async (request, reply) => {
        const tenant = readMember(request);
        const bodies = request.body.transactions;
        const requests = await Promise.all(bodies.map((body) => toRequest(tenant, body, undefined)));
        return reply.code(202).send({ transactions: await transactions.submitMany(requests) });
      },
    );

    app.post(
      '/transactions/simulate',
      {
        config: { access: 'transaction:submit' },
        schema: {
          summary: 'Say what a transaction would do now, without sending it',
          tags,
          body: bodySchema,
          response: {
            200: Type.Union([
              Type.Object({ ok: Type.Literal(true), gas: Type.String() }),
              Type.Object({
                ok: Type.Literal(false),
                reason: Type.String({ description: 'Why it reverts' }),
                data: Type.Union([Type.String(), Type.Null()]),
              }),
            ]),
          },
        },
      },
      async (request) => {
        if (request.body.space === 'core') throw developerErrors.simulationUnsupported();
        const { signer, to, data, value } = await toRequest(readMember(request), request.body, undefined);
        const { abi } = request.body as { abi?: never };
        const outcome = await transactions.simulate({ signer, to, data, value }, abi);
        return outcome.ok ? { ok: true as const, gas: outcome.gas.toString() } : outcome;
      },
    );

    app.get(
      '/transactions',
      {
        config: { access: 'transaction:read' },
        schema: {
          summary: 'The own transactions, newest first',
          tags,
          querystring: Type.Object({
            limit: Type.Integer({ minimum: 1, maximum: 500, default: 50 }),
            cursor: Type.Optional(Type.String({ maxLength: 40 })),
            state: Type.Optional(stateSchema),
            signer: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
          }),
          response: {
            200: Type.Object({
              items: Type.Array(viewSchema),
              nextCursor: Type.Union([Type.String(), Type.Null()], { description: 'Null on the last page' }),
            }),
          },
        },
      },
      async (request) => {
        const tenant = readMember(request);
        const { signer, ...query } = request.query;
        return transactions.list({
          ...query,
          // Whose transactions they are is not the caller's to say.
          tenant,
          ...(signer === undefined ? {} : { signer: await findSigner(tenant, signer) }),
        });
      },
    );

    app.get(
      '/transactions/:id',
      {
        config: { access: 'transaction:read' },
        schema: {
          summary: 'A transaction with everything known of it',
          tags,
          params: idParams,
          response: { 200: detailSchema },
        },
      },
      async (request) => {
        const found = await transactions.read(request.params.id, readMember(request));
        if (!found) throw developerErrors.transactionUnknown(request.params);
        return found;
      },
    );
  };
}
