import { type Static, Type } from 'typebox';
import {
  addressSchema,
  amountSchema,
  confirmationSchema,
  hashSchema,
  hexSchema,
  orNull,
  pageOf,
  timeSchema,
} from './common.ts';

const count = Type.Integer({ minimum: 0 });
const perSpace = Type.Object({ core: count, espace: count });

/** A block of the Tree-Graph in a list. */
const blockSchema = Type.Object({
  hash: hashSchema,
  height: count,
  epoch: Type.Integer({ description: 'The epoch that executed it, or skipped it' }),
  position: Type.Integer({ description: 'Place in the execution order of its epoch, from 0; the pivot block is last' }),
  blockNumber: orNull(Type.Integer({ description: 'Place in the order of all executed blocks; null when skipped' })),
  pivot: Type.Boolean(),
  skipped: Type.Boolean({ description: 'In the epoch, but never executed (more than 200 blocks, or of another era)' }),
  parentHash: hashSchema,
  refereeHashes: Type.Array(hashSchema),
  miner: addressSchema,
  time: timeSchema,
  difficulty: amountSchema,
  adaptive: Type.Boolean({
    description: 'Weighs 0 or 250 times its difficulty, so that the network agrees under attack',
  }),
  gasLimit: amountSchema,
  gasUsed: orNull(amountSchema),
  sizeBytes: count,
  transactions: perSpace,
});
export type BlockSummary = Static<typeof blockSchema>;
export const blockPageSchema = pageOf(blockSchema);

/** A block with all of its edges and header fields. */
export const blockDetailSchema = Type.Object({
  ...blockSchema.properties,
  blame: count,
  powQuality: orNull(amountSchema),
  nonce: amountSchema,
  baseFeePerGas: orNull(amountSchema),
  transactionsRoot: orNull(hashSchema),
  deferredStateRoot: orNull(hashSchema),
  deferredReceiptsRoot: orNull(hashSchema),
  deferredLogsBloomHash: orNull(hashSchema),
  posReference: orNull(hashSchema),
  custom: Type.Array(hexSchema),
  pivotHash: hashSchema,
  children: Type.Array(hashSchema, { description: 'Blocks whose parent this is' }),
  referrers: Type.Array(hashSchema, { description: 'Blocks that have this among their referees' }),
  confirmation: confirmationSchema,
});
export type BlockDetail = Static<typeof blockDetailSchema>;

/** Blocks that a block's creator had seen, near ones first. */
export const pastSchema = Type.Object({
  hash: hashSchema,
  blocks: Type.Array(
    Type.Object({
      hash: hashSchema,
      parentHash: hashSchema,
      refereeHashes: Type.Array(hashSchema),
      epoch: Type.Integer(),
      height: Type.Integer(),
      pivot: Type.Boolean(),
      time: timeSchema,
      distance: Type.Integer({ description: 'Edges between it and the block' }),
    }),
  ),
  complete: Type.Boolean({ description: 'False where more blocks lie further back than were asked for' }),
});
export type Past = Static<typeof pastSchema>;

/** An epoch: the pivot block and what it orders. In eSpace the epoch is the block of the same number. */
export const epochSchema = Type.Object({
  number: count,
  pivotHash: hashSchema,
  time: timeSchema,
  blocks: Type.Array(blockSchema, { description: 'In execution order, the pivot last; skipped ones after it' }),
  transactions: perSpace,
  duplicates: Type.Integer({ description: 'Packed again in a second block, or not executable: skipped' }),
  logs: count,
  transfers: count,
  gasUsed: amountSchema,
  confirmation: confirmationSchema,
});
export type Epoch = Static<typeof epochSchema>;
