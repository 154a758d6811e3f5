import { type Static, Type } from 'typebox';
import { hashSchema, oneOf, orNull, spaceSchema, timeSchema } from './common.ts';

const count = Type.Integer({ minimum: 0 });

/** How far the index is: what is indexed without a gap, never an estimate. */
const progressSchema = Type.Object({
  state: oneOf(
    ['starting', 'backfilling', 'live', 'stalled'],
    'Live: within 10 epochs of the newest executed one. Stalled: the node does not answer, or nobody indexes',
  ),
  indexedEpoch: orNull(
    Type.Integer({ description: 'Every epoch from 0 to this one is indexed; null before the first' }),
  ),
  nodeEpoch: orNull(Type.Integer({ description: 'Newest executed epoch of the node, when last asked' })),
  behind: orNull(count),
  spaces: Type.Array(spaceSchema, { description: 'Only eSpace where the platform knows no Core Space address' }),
  order: oneOf(
    ['both-spaces', 'each-space'],
    'Each space: the node does not tell the order of transactions between the spaces',
  ),
  message: orNull(Type.String({ description: 'What is missing, or why it does not go on' })),
  updatedAt: orNull(timeSchema),
});
export type Progress = Static<typeof progressSchema>;

/** The front page. */
export const summarySchema = Type.Object({
  chain: Type.Object({
    evmChainId: Type.Integer(),
    coreChainId: orNull(Type.Integer()),
    genesisHash: orNull(hashSchema),
  }),
  progress: progressSchema,
  totals: Type.Object({
    epochs: count,
    blocks: count,
    offPivotBlocks: count,
    coreTransactions: count,
    espaceTransactions: count,
    phantomTransactions: count,
    duplicates: count,
    logs: count,
    transfers: count,
    contracts: count,
    accounts: count,
  }),
  reorganisations: Type.Object({
    count,
    epochs: Type.Integer({ description: 'Epochs indexed anew, over all of them' }),
    deepest: count,
    lastAt: orNull(timeSchema),
  }),
  lastMinute: Type.Object({
    blocksPerSecond: Type.Number(),
    epochsPerSecond: Type.Number(),
    transactionsPerSecond: Type.Number(),
  }),
});
export type Summary = Static<typeof summarySchema>;

/** What something typed into the search box can mean. */
export const searchSchema = Type.Object({
  query: Type.String(),
  results: Type.Array(
    Type.Object({
      kind: oneOf(['block', 'epoch', 'transaction', 'account', 'contract', 'checkpoint']),
      id: Type.String({ description: 'Hash, number or address; the last part of its page’s path' }),
      space: orNull(spaceSchema),
      title: Type.String({ description: 'Name of a contract, or the id' }),
      epoch: orNull(Type.Integer()),
    }),
  ),
});
export type SearchResults = Static<typeof searchSchema>;

/** What can be drawn over time. */
export const metricSchema = oneOf([
  'blocks',
  'offPivotBlocks',
  'epochs',
  'transactions',
  'coreTransactions',
  'espaceTransactions',
  'failedTransactions',
  'duplicates',
  'logs',
  'transfers',
  'contracts',
  'newAccounts',
  'gasUsed',
  'fees',
]);
export type Metric = Static<typeof metricSchema>;
export const stepSchema = oneOf(['minute', 'hour', 'day']);
export type Step = Static<typeof stepSchema>;

/** A metric over time; steps without blocks are 0. */
export const statisticsSchema = Type.Object({
  metric: metricSchema,
  step: stepSchema,
  unit: oneOf(['count', 'gas', 'CFX']),
  from: timeSchema,
  to: timeSchema,
  points: Type.Array(Type.Object({ time: timeSchema, value: Type.Number() })),
});
export type Statistics = Static<typeof statisticsSchema>;

/** Event `index` of `GET /api/live`: new epochs are in the index. */
export interface IndexNews {
  indexedEpoch: number;
  nodeEpoch: number;
  blocks: number;
  transactions: number;
  /** Lowest epoch that was taken back since the last event; null without a reorganisation. */
  revertedFrom: number | null;
}
