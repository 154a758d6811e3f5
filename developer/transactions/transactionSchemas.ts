import { Type } from 'typebox';
import type { Ledger } from '../../ledger/index.ts';
import type { TransactionBody } from './encodeBody.ts';

type Transactions = Ledger['transactions'];
/** A transaction as it is listed. */
export type TransactionView = Awaited<ReturnType<Transactions['list']>>['items'][number];
/** A transaction with all of its signed bytes. */
export type TransactionDetail = NonNullable<Awaited<ReturnType<Transactions['read']>>>;

const address = Type.String({ pattern: '^0x[0-9a-fA-F]{40}$', description: 'An eSpace address' });
const bytes = Type.String({ pattern: '^0x([0-9a-fA-F]{2})*$', maxLength: 400_000 });
const wei = Type.String({ pattern: '^[0-9]{1,78}$', description: 'Decimal wei; 1 CFX is 10^18' });
const abi = Type.Array(Type.Unknown(), { maxItems: 2_000, description: 'The ABI as the compiler gives it' });
const args = Type.Array(Type.Unknown(), { maxItems: 100, description: 'Large whole numbers as texts' });
const value = Type.Optional(wei);
const closed = { additionalProperties: false };

const space = Type.Unsafe<'espace' | 'core'>({
  type: 'string',
  enum: ['espace', 'core'],
  description: 'In Core Space addresses are hexadecimal too, with their type in the first four bits (0x1…, 0x8…)',
});

const shared = {
  space: Type.Optional(space),
  signer: Type.String({ minLength: 1, maxLength: 100, description: 'Address or name of a key of your member' }),
  idempotencyKey: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'The same key with the same request is the same transaction, however often it is sent',
    }),
  ),
  gas: Type.Optional(Type.String({ pattern: '^[0-9]{1,13}$', description: 'Gas limit; estimated when left out' })),
  feeBudget: Type.Optional(Type.String({ pattern: '^[0-9]{1,78}$', description: 'Most wei that gas may cost' })),
};
const bodies = {
  transfer: { kind: Type.Literal('transfer'), to: address, value: wei },
  call: {
    kind: Type.Literal('call'),
    to: address,
    function: Type.String({ minLength: 1, maxLength: 2_000, description: 'A signature, or a name in the ABI' }),
    args: Type.Optional(args),
    abi: Type.Optional(abi),
    value,
  },
  deploy: {
    kind: Type.Literal('deploy'),
    bytecode: bytes,
    abi: Type.Optional(abi),
    args: Type.Optional(args),
    value,
  },
  raw: { kind: Type.Literal('raw'), to: Type.Union([address, Type.Null()]), data: bytes, value },
};

/** One transaction as it is submitted. */
export type SubmittedBody = TransactionBody & {
  signer: string;
  idempotencyKey?: string;
  gas?: string;
  feeBudget?: string;
  space?: 'espace' | 'core';
};

export const bodySchema = Type.Unsafe<SubmittedBody>({
  ...Type.Union(Object.values(bodies).map((fields) => Type.Object({ ...shared, ...fields }, closed))),
});
export const replacementSchema = Type.Unsafe<TransactionBody & { gas?: string }>({
  ...Type.Union(Object.values(bodies).map((fields) => Type.Object({ gas: shared.gas, ...fields }, closed))),
});

const orNull = (schema: Parameters<typeof Type.Union>[0][number]) => Type.Union([schema, Type.Null()]);
const text = Type.String();
/** Where a transaction is. */
export const stateSchema = Type.Unsafe<TransactionView['state']>({
  type: 'string',
  enum: ['queued', 'signed', 'broadcast', 'packed', 'executed', 'confirmed', 'failed', 'cancelled'],
});
const view = {
  id: text,
  tenant: text,
  idempotencyKey: text,
  chain: text,
  space,
  signer: address,
  to: orNull(address),
  data: text,
  value: wei,
  state: stateSchema,
  nonce: orNull(Type.Integer()),
  hash: orNull(text),
  variant: text,
  gas: orNull(text),
  maxFee: orNull(text),
  success: orNull(Type.Boolean()),
  blockHash: orNull(text),
  blockNumber: orNull(Type.Integer()),
  contractAddress: orNull(text),
  gasUsed: orNull(text),
  fee: orNull(text),
  reason: orNull(text),
  lastError: orNull(text),
  revertData: orNull(text),
  notes: Type.Array(text, { description: 'What the lane did about it that nobody asked for' }),
  wish: orNull(text),
  times: Type.Record(Type.String(), Type.String({ format: 'date-time' })),
};
export const viewSchema = Type.Unsafe<TransactionView>(Type.Object(view));
export const detailSchema = Type.Unsafe<TransactionDetail>(
  Type.Object({
    ...view,
    attempts: Type.Array(
      Type.Object({ variant: text, hash: text, raw: text, maxFee: orNull(text), signedAt: orNull(text) }),
      { description: 'Signed bytes, the present ones last; one of them is executed at most' },
    ),
  }),
);
export const submittedSchema = Type.Object({
  transactionId: text,
  created: Type.Boolean({ description: 'False when the same request was submitted before' }),
});
export const idParams = Type.Object({ id: Type.String({ pattern: '^[0-9]{1,18}$' }) });
