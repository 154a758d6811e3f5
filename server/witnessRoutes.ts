import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Action, Alliance } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { JsonValue } from '../proof/index.ts';
import type { Tx } from '../store/index.ts';
import { witnessingSchema, witnessSetSchema } from './logSchemas.ts';

const tags = ['Evidence'];
const action: Action = 'witnesses:change';
const config = { access: action } as const;

export interface WitnessRoutesParameters {
  ledger: Ledger;
  alliance: Pick<Alliance, 'acts'>;
}

/**
 * The log's witnesses: for everybody to see and, until an alliance decides by vote, for the operator to enter. Every change
 * answers with the whole set; the contract follows before the next anchor.
 */
export function witnessRoutes({ ledger, alliance }: WitnessRoutesParameters): FastifyPluginAsyncTypebox {
  const { witnesses } = ledger;
  /** The act that belongs to a change, in the same SQL transaction. */
  const record =
    ({ principal }: FastifyRequest, detail: Record<string, JsonValue>) =>
    (tx: Tx) =>
      alliance.acts.recordAct(tx, { principal, action, resource: { type: 'Platform', id: 'witnesses' }, detail });

  return async (app) => {
    app.get(
      '/api/log/witnessing',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Who vouches for the log, and who decides that',
          description: 'Which checkpoint each of them cosigned, and when, is in GET /api/log/checkpoints.',
          tags,
          response: { 200: witnessingSchema },
        },
      },
      async () => {
        const [set, handOver] = await Promise.all([witnesses.read(), ledger.readHandOver()]);
        // Where a witness is and what it answered are for those who operate.
        const shown = set.witnesses.map(({ url, lastError: _, ...witness }) => ({
          ...witness,
          reachable: url !== null,
        }));
        return { ...set, witnesses: shown, owner: handOver?.newOwner ?? null };
      },
    );

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
            'With what `xiangyu witness` prints. An address in a private network is called too: operators know theirs. Refused once the members decide by vote.',
          tags,
          body: Type.Object({
            vkeys: Type.Array(Type.String({ minLength: 1, maxLength: 4_000 }), { minItems: 1, maxItems: 3 }),
            url: Type.String({ minLength: 1, maxLength: 2_000, description: 'add-checkpoint is below it' }),
          }),
          response: { 201: witnessSetSchema },
        },
      },
      async (request, reply) => {
        await witnesses.add(request.body, record(request, { added: request.body.url }));
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
      async (request) => {
        const { threshold } = request.body;
        await witnesses.setThreshold(threshold, record(request, { threshold }));
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
      async (request) => {
        const { name } = request.params;
        await witnesses.remove(name, record(request, { removed: name }));
        return witnesses.read();
      },
    );
  };
}
