import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { IndexedBlock } from '../../ledger/index.ts';
import { explorerErrors } from '../errors.ts';
import { type ExplorerContext, readAddress, readHash } from '../explorerContext.ts';
import { openAddressBook } from '../present/addressBook.ts';
import { minerOf, presentBlock } from '../present/presentBlock.ts';
import { toTime } from '../present/toTime.ts';
import { blockDetailSchema, blockPageSchema, epochSchema, pastSchema } from '../schemas/blocks.ts';
import { pageQuery } from '../schemas/common.ts';

const hashParameter = Type.Object({ hash: Type.String({ maxLength: 90 }) });

/** Blocks, their pasts, and epochs. */
export function blockRoutes(context: ExplorerContext): FastifyPluginAsyncTypebox {
  const { index, readConfirmation } = context;
  const present = async (blocks: readonly IndexedBlock[]) => {
    const bothSpaces = (await index.readChain())?.bothSpaces ?? true;
    const book = await openAddressBook(
      index,
      blocks.map((block) => minerOf(block, bothSpaces)),
    );
    return blocks.map((block) => presentBlock(block, book, bothSpaces));
  };
  return async (app) => {
    app.get(
      '/api/explorer/blocks',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Blocks of the Tree-Graph, newest first',
          tags: ['Explorer'],
          querystring: Type.Object({ ...pageQuery, miner: Type.Optional(Type.String({ maxLength: 90 })) }),
          response: { 200: blockPageSchema },
        },
      },
      async ({ query }) => {
        const { limit, cursor } = query;
        const miner = query.miner ? (await readAddress(context, query.miner)).address : undefined;
        const { items, nextCursor } = await index.read.listBlocks({ limit, cursor, miner });
        return { items: await present(items), nextCursor };
      },
    );

    app.get(
      '/api/explorer/blocks/:hash',
      {
        config: { access: 'public' },
        schema: {
          summary: 'A block with all of its edges',
          tags: ['Explorer'],
          params: hashParameter,
          response: { 200: blockDetailSchema },
        },
      },
      async ({ params }) => {
        const hash = readHash(params.hash);
        const block = await index.read.readBlock(hash);
        if (!block) throw explorerErrors.notFound({ what: 'block', id: hash });
        const [[summary], confirmation] = await Promise.all([
          present([block]),
          readConfirmation({ pivot: block.pivotHash, epoch: block.epoch }),
        ]);
        if (!summary) throw explorerErrors.notFound({ what: 'block', id: hash });
        const { blame, powQuality, nonce, transactionsRoot, custom, pivotHash, children, referrers } = block;
        const { deferredStateRoot, deferredReceiptsRoot, deferredLogsBloomHash, posReference, baseFee } = block;
        return {
          ...summary,
          ...{ blame, powQuality, nonce, transactionsRoot, custom, pivotHash, children, referrers },
          ...{ deferredStateRoot, deferredReceiptsRoot, deferredLogsBloomHash, posReference },
          baseFeePerGas: baseFee,
          confirmation,
        };
      },
    );

    app.get(
      '/api/explorer/blocks/:hash/past',
      {
        config: { access: 'public' },
        schema: {
          summary: 'What the creator of a block had seen: its past, near blocks first',
          tags: ['Explorer'],
          params: hashParameter,
          querystring: Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 500, default: 100 }) }),
          response: { 200: pastSchema },
        },
      },
      async ({ params, query }) => {
        const hash = readHash(params.hash);
        const past = await index.read.readPast(hash, { most: query.limit });
        if (!past) throw explorerErrors.notFound({ what: 'block', id: hash });
        const blocks = past.blocks.map(({ hash: own, parent, referees, epoch, height, pivot, time, distance }) => ({
          ...{ hash: own, parentHash: parent, refereeHashes: referees, epoch, height, pivot, distance },
          time: toTime(time),
        }));
        return { hash, blocks, complete: past.complete };
      },
    );

    app.get(
      '/api/explorer/epochs/:number',
      {
        config: { access: 'public' },
        schema: {
          summary: 'An epoch with its blocks in execution order',
          tags: ['Explorer'],
          params: Type.Object({ number: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) }),
          response: { 200: epochSchema },
        },
      },
      async ({ params }) => {
        const epoch = await index.read.readEpoch(params.number);
        if (!epoch) throw explorerErrors.notFound({ what: 'epoch', id: params.number });
        const [blocks, confirmation] = await Promise.all([
          present(epoch.blocks),
          readConfirmation({ pivot: epoch.pivot, epoch: epoch.epoch }),
        ]);
        const { duplicates, logs, transfers, gasUsed } = epoch;
        return {
          number: epoch.epoch,
          pivotHash: epoch.pivot,
          time: toTime(epoch.time),
          blocks,
          transactions: { core: epoch.coreTransactions, espace: epoch.espaceTransactions },
          ...{ duplicates, logs, transfers, gasUsed },
          confirmation,
        };
      },
    );
  };
}
