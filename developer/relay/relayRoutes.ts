import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Acts } from '../../alliance/index.ts';
import type { ForwardRequest, Relay } from '../../ledger/index.ts';
import { readMember } from '../readMember.ts';

type Hex = `0x${string}`;

const tags = ['Relay'];
const strict = { additionalProperties: false };
const address = Type.String({ pattern: '^0x[0-9a-fA-F]{40}$', description: 'eSpace address' });
const bytes = Type.String({ pattern: '^0x([0-9a-fA-F]{2})*$', maxLength: 200_000, description: 'Hexadecimal with 0x' });
const number = Type.String({ pattern: '^[0-9]{1,78}$', description: 'Decimal' });

/** `ForwardRequest` as JSON Schema. */
const requestSchema = Type.Object(
  { from: address, to: address, value: number, gas: number, nonce: number, deadline: Type.Integer(), data: bytes },
  strict,
);

const preparedSchema = Type.Object({
  domain: Type.Object({
    name: Type.String(),
    version: Type.String(),
    chainId: Type.Integer(),
    verifyingContract: Type.String(),
  }),
  types: Type.Unsafe<object>({ type: 'object', additionalProperties: true }),
  primaryType: Type.String(),
  message: requestSchema,
});

const stateSchema = Type.Object({
  id: Type.String(),
  from: Type.String(),
  to: Type.String(),
  nonce: Type.String(),
  transactionId: Type.String(),
  transactionHash: Type.Union([Type.String(), Type.Null()]),
  state: Type.String(),
  success: Type.Union([Type.Boolean(), Type.Null()], { description: 'Null until it is executed' }),
  createdAt: Type.String({ format: 'date-time' }),
});

/** Calls that members sign with keys of their own and the platform pays for (ERC-2771). */
export function relayRoutes(relay: Relay, acts: Pick<Acts, 'record'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/api/relay/prepare',
      {
        config: { access: 'relay:submit' },
        schema: {
          summary: 'Typed data of a call, to be signed by a wallet (eth_signTypedData_v4)',
          tags,
          body: Type.Object({ from: address, to: address, data: bytes, gas: Type.Optional(number) }, strict),
          response: { 200: preparedSchema },
        },
      },
      async ({ body }) => {
        const { from, to, data, gas } = body;
        const call = { from: from as Hex, to: to as Hex, data: data as Hex };
        return relay.prepare({ ...call, ...(gas === undefined ? {} : { gas: BigInt(gas) }) });
      },
    );

    app.post(
      '/api/relay',
      {
        config: { access: 'relay:submit' },
        schema: {
          summary: 'Carry a signed call to the chain; the platform pays',
          description: 'The same request again gives the same transaction.',
          tags,
          body: Type.Object({ request: requestSchema, signature: bytes }, strict),
          response: {
            202: Type.Object({ id: Type.String(), transactionId: Type.String(), created: Type.Boolean() }),
          },
        },
      },
      async (request, reply) => {
        const { request: message, signature } = request.body;
        const tenant = readMember(request);
        const submitted = await relay.submit({
          tenant,
          request: message as ForwardRequest,
          signature: signature as Hex,
        });
        return reply.code(202).header('location', `/api/relay/${submitted.id}`).send(submitted);
      },
    );

    app.get(
      '/api/relay/:id',
      {
        config: { access: 'relay:read' },
        schema: {
          summary: 'How far a relayed call has come',
          tags,
          params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
          response: { 200: stateSchema },
        },
      },
      async (request) => relay.read({ tenant: readMember(request), id: request.params.id }),
    );

    app.put(
      '/api/relay/caps/:member',
      {
        config: { access: 'organisations:set-limits' },
        schema: {
          summary: 'What the platform pays for a member in 24 hours at most',
          tags,
          params: Type.Object({ member: Type.String({ maxLength: 63 }) }),
          body: Type.Object(
            { capWei: Type.Union([number, Type.Null()], { description: 'Null: the default of 10 CFX' }) },
            strict,
          ),
          response: { 204: Type.Null({ description: 'Set' }) },
        },
      },
      async ({ principal, params, body }, reply) => {
        await relay.setCap(params.member, body.capWei === null ? null : BigInt(body.capWei));
        const resource = { type: 'Organisation', id: params.member, member: params.member };
        await acts.record({
          principal,
          action: 'organisations:set-limits',
          resource,
          detail: { relayCapWei: body.capWei },
        });
        return reply.code(204).send(null);
      },
    );
  };
}
