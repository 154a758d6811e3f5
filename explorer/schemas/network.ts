import { Type } from 'typebox';

const orNull = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()]);
const hex = Type.Unsafe<`0x${string}`>({ type: 'string', pattern: '^0x[0-9a-f]*$' });

/** `Network` as JSON Schema. */
export const networkSchema = Type.Object({
  height: Type.Integer({ description: 'Latest executed eSpace block' }),
  epoch: orNull(Type.Integer({ description: 'Latest epoch of the Tree-Graph' })),
  peers: orNull(Type.Integer()),
  syncPhase: orNull(Type.String()),
  tips: orNull(Type.Integer({ description: 'Blocks that the pivot chain does not refer to yet' })),
  diskBytes: orNull(Type.Integer()),
  memoryBytes: orNull(Type.Integer()),
  bestHash: orNull(hex),
  chainId: Type.Integer({ description: 'Chain id as the node tells it; 0 while it is away' }),
  reachable: Type.Boolean(),
  blockTimeMs: orNull(Type.Integer({ description: 'Mean time per eSpace block over the last minute' })),
  evmChainId: Type.Integer({ description: 'eSpace chain id that the platform works with' }),
  coreChainId: orNull(Type.Integer()),
  demo: Type.Boolean(),
});

const blockSchema = Type.Object({
  hash: hex,
  parentHash: hex,
  refereeHashes: Type.Array(hex),
  epoch: Type.Integer(),
  height: Type.Integer(),
  pivot: Type.Boolean(),
  timestamp: Type.Integer({ description: 'Unix time in seconds' }),
  transactionCount: Type.Integer(),
  miner: Type.String({ description: 'Base32 address (CIP-37)' }),
  difficulty: Type.String({ description: 'Decimal digits' }),
  adaptive: Type.Boolean(),
});

/** `TreeGraph` as JSON Schema. */
export const graphSchema = Type.Object({ blocks: Type.Array(blockSchema), bestEpoch: Type.Integer() });
