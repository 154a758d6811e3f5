import { randomUUID } from 'node:crypto';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { allowUsers, type Ledger, sponsorGas, sponsorStorage } from '../../ledger/index.ts';
import { developerErrors } from '../errors.ts';
import { readMember } from '../readMember.ts';

type Hex = `0x${string}`;

const drip = Type.String({ pattern: '^[0-9]{1,78}$', description: 'Decimal drip; 1 CFX is 10^18' });
const contract = Type.String({ pattern: '^0x8[0-9a-fA-F]{39}$', description: 'Core Space address of a contract' });
const account = Type.String({ pattern: '^0x[018][0-9a-fA-F]{39}$' });

const body = Type.Object(
  {
    signer: Type.String({ pattern: '^0x[0-9a-fA-F]{40}$', description: 'eSpace address of a key of the member' }),
    contract,
    gas: Type.Optional(
      Type.Object(
        { pay: drip, most: Type.String({ pattern: '^[0-9]{1,78}$', description: 'Most for one transaction' }) },
        { additionalProperties: false },
      ),
    ),
    storage: Type.Optional(Type.Object({ pay: drip }, { additionalProperties: false })),
    users: Type.Optional(
      Type.Union([Type.Literal('everybody'), Type.Array(account, { minItems: 1, maxItems: 100 })], {
        description: 'Who may use it; only the account that deployed the contract may say so',
      }),
    ),
    idempotencyKey: Type.Optional(Type.String({ minLength: 1, maxLength: 150 })),
  },
  { additionalProperties: false },
);

/** Sponsored contracts of Core Space, whose users need no CFX. */
export function sponsorRoutes(ledger: Pick<Ledger, 'wallets' | 'transactions'>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/api/sponsorships',
      {
        config: { access: 'sponsorship:pay' },
        schema: {
          summary: 'Pay for the gas and storage of the users of a Core Space contract',
          description: 'Taken as a whole: one transaction for each of gas, storage and users, in this order.',
          tags: ['Relay'],
          body,
          response: { 202: Type.Object({ transactionIds: Type.Array(Type.String()) }) },
        },
      },
      async (request, reply) => {
        const { gas, storage, users, idempotencyKey: key = randomUUID() } = request.body;
        const tenant = readMember(request);
        const { address: signer } = await ledger.wallets.readSigner({ tenant, address: request.body.signer });
        const target = request.body.contract.toLowerCase() as Hex;
        const calls = [
          ...(gas ? [{ part: 'gas', ...sponsorGas(target, BigInt(gas.most), BigInt(gas.pay)) }] : []),
          ...(storage ? [{ part: 'storage', ...sponsorStorage(target, BigInt(storage.pay)) }] : []),
          ...(users
            ? [{ part: 'users', ...(users === 'everybody' ? allowUsers(target) : allowUsers(target, users as Hex[])) }]
            : []),
        ];
        if (calls.length === 0) throw developerErrors.nothingToSponsor();
        const submitted = await ledger.transactions.submitMany(
          calls.map(({ part, ...call }) => ({ tenant, signer, idempotencyKey: `sponsor:${key}:${part}`, ...call })),
        );
        return reply.code(202).send({ transactionIds: submitted.map(({ transactionId }) => transactionId) });
      },
    );
  };
}
