import { type Static, Type } from 'typebox';
import {
  addressSchema,
  amountSchema,
  confirmationSchema,
  decodedSchema,
  hashSchema,
  hexSchema,
  oneOf,
  orNull,
  pageOf,
  spaceSchema,
  timeSchema,
} from './common.ts';

/** An event of a contract, raw and in the words of its ABI. */
const logSchema = Type.Object({
  index: Type.Integer({ description: 'Place among the logs of its epoch and space, from 0' }),
  space: spaceSchema,
  address: addressSchema,
  topics: Type.Array(hashSchema),
  data: hexSchema,
  decoded: orNull(decodedSchema),
  transactionHash: hashSchema,
  epoch: Type.Integer(),
  time: timeSchema,
});
export type Log = Static<typeof logSchema>;
export const logPageSchema = pageOf(logSchema);

/** A movement of a token. */
const transferSchema = Type.Object({
  kind: oneOf(['erc20', 'erc721', 'erc1155']),
  space: spaceSchema,
  token: addressSchema,
  symbol: orNull(Type.String()),
  decimals: orNull(Type.Integer()),
  from: addressSchema,
  to: addressSchema,
  amount: amountSchema,
  tokenId: orNull(amountSchema),
  transactionHash: hashSchema,
  logIndex: Type.Integer(),
  epoch: Type.Integer(),
  time: timeSchema,
});
export type Transfer = Static<typeof transferSchema>;
export const transferPageSchema = pageOf(transferSchema);

/** An executed transaction in a list. */
const transactionSchema = Type.Object({
  hash: hashSchema,
  space: spaceSchema,
  status: oneOf(['success', 'failed']),
  phantom: Type.Boolean({
    description: 'Made in eSpace by a cross-space call of a Core transaction; in no block and not signed',
  }),
  epoch: Type.Integer(),
  position: Type.Integer({ description: 'Place in the execution order of the epoch over both spaces, from 0' }),
  blockHash: hashSchema,
  time: timeSchema,
  from: addressSchema,
  to: orNull(addressSchema),
  created: orNull(addressSchema),
  value: amountSchema,
  fee: amountSchema,
  gasUsed: amountSchema,
  nonce: amountSchema,
  selector: orNull(hexSchema),
  method: orNull(Type.String({ description: 'Name of the called function, where the ABI is known' })),
});
export type TransactionSummary = Static<typeof transactionSchema>;
export const transactionPageSchema = pageOf(transactionSchema);

/** A transaction with its call, receipt and logs. */
export const transactionDetailSchema = Type.Object({
  ...transactionSchema.properties,
  type: Type.Integer({ description: 'Transaction type: 0 legacy, 1 access list, 2 EIP-1559, 4 EIP-7702' }),
  transactionIndex: orNull(Type.Integer({ description: 'Place in its block; null for phantoms' })),
  gasLimit: amountSchema,
  gasPrice: orNull(amountSchema),
  maxFeePerGas: orNull(amountSchema),
  maxPriorityFeePerGas: orNull(amountSchema),
  effectiveGasPrice: orNull(amountSchema),
  burntFee: orNull(amountSchema),
  storageLimit: orNull(amountSchema),
  storageCollateralized: orNull(amountSchema),
  gasSponsored: Type.Boolean(),
  storageSponsored: Type.Boolean(),
  input: hexSchema,
  call: orNull(decodedSchema),
  error: orNull(Type.String({ description: 'Why it failed, decoded where possible' })),
  logs: Type.Array(logSchema),
  transfers: Type.Array(transferSchema),
  coreTransactionHash: orNull(Type.Unsafe<`0x${string}`>({ ...hashSchema, description: 'Of a phantom: what made it' })),
  phantoms: Type.Array(hashSchema, { description: 'Of a Core transaction: what it made in eSpace' }),
  alsoPackedIn: Type.Array(hashSchema, { description: 'Other blocks that carry it; its copies there were skipped' }),
  confirmation: confirmationSchema,
});
export type TransactionDetail = Static<typeof transactionDetailSchema>;

/** One step of a transaction: a call or creation of a contract. */
export const traceSchema = Type.Object({
  hash: hashSchema,
  space: spaceSchema,
  source: oneOf(['trace_transaction', 'debug_traceTransaction']),
  frames: Type.Array(
    Type.Object({
      depth: Type.Integer({ description: '0 is the transaction itself' }),
      kind: Type.String({
        description: 'call, staticcall, delegatecall, callcode, create, create2, internal_transfer_action …',
      }),
      space: spaceSchema,
      from: orNull(addressSchema),
      to: orNull(addressSchema),
      value: amountSchema,
      gas: orNull(amountSchema),
      gasUsed: orNull(amountSchema),
      input: hexSchema,
      output: hexSchema,
      call: orNull(decodedSchema),
      status: oneOf(['success', 'failed', 'unknown']),
      error: orNull(Type.String()),
    }),
  ),
});
export type Trace = Static<typeof traceSchema>;
