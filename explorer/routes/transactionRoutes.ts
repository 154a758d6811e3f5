import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { explorerErrors } from '../errors.ts';
import { type ExplorerContext, readHash } from '../explorerContext.ts';
import { openAddressBook } from '../present/addressBook.ts';
import { decodeCall } from '../present/decode.ts';
import {
  placesOf,
  placesOfLog,
  placesOfTransfer,
  presentLog,
  presentTransaction,
  presentTransfer,
} from '../present/presentTransaction.ts';
import { readTrace } from '../readTrace.ts';
import { oneOf, pageQuery } from '../schemas/common.ts';
import { traceSchema, transactionDetailSchema, transactionPageSchema } from '../schemas/transactions.ts';

const hashParameter = Type.Object({ hash: Type.String({ maxLength: 90 }) });

/** Transactions of both spaces in their true order. */
export function transactionRoutes(context: ExplorerContext): FastifyPluginAsyncTypebox {
  const { index, readConfirmation } = context;
  return async (app) => {
    app.get(
      '/api/explorer/transactions',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Executed transactions, newest first',
          tags: ['Explorer'],
          querystring: Type.Object({
            ...pageQuery,
            space: Type.Optional(oneOf(['core', 'espace'])),
            status: Type.Optional(oneOf(['success', 'failed'])),
            epoch: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
            block: Type.Optional(Type.String({ maxLength: 90, description: 'Hash of the block that carries them' })),
          }),
          response: { 200: transactionPageSchema },
        },
      },
      async ({ query }) => {
        const { limit, cursor, space, status, epoch } = query;
        let block = query.block ? readHash(query.block) : undefined;
        let within = epoch;
        if (block && within === undefined) {
          // The epoch leads to the few rows of the block; without it all would have to be looked through.
          const found = await index.read.readBlock(block);
          if (!found) throw explorerErrors.notFound({ what: 'block', id: block });
          within = found.epoch;
          block = found.hash;
        }
        const page = await index.read.listTransactions({
          ...{ limit, cursor, block, epoch: within },
          space: space && (space === 'core' ? 0 : 1),
          ok: status && status === 'success',
        });
        const book = await openAddressBook(index, page.items.flatMap(placesOf));
        return { items: page.items.map((item) => presentTransaction(item, book)), nextCursor: page.nextCursor };
      },
    );

    app.get(
      '/api/explorer/transactions/:hash',
      {
        config: { access: 'public' },
        schema: {
          summary: 'A transaction with its call, receipt, logs and token transfers',
          tags: ['Explorer'],
          params: hashParameter,
          response: { 200: transactionDetailSchema },
        },
      },
      async ({ params }) => {
        const hash = readHash(params.hash);
        const transaction = await index.read.readTransaction(hash);
        if (!transaction) throw explorerErrors.notFound({ what: 'executed transaction', id: hash });
        const [logs, transfers, epoch] = await Promise.all([
          index.read.readTransactionLogs(transaction),
          index.read.readTransactionTransfers(transaction),
          index.read.readEpoch(transaction.epoch),
        ]);
        const places = [...placesOf(transaction), ...logs.map(placesOfLog), ...transfers.flatMap(placesOfTransfer)];
        const [book, confirmation] = await Promise.all([
          openAddressBook(index, places),
          readConfirmation({ pivot: epoch?.pivot ?? transaction.block, epoch: transaction.epoch }),
        ]);
        const t = transaction;
        return {
          ...presentTransaction(t, book),
          type: t.type,
          transactionIndex: t.blockIndex,
          gasLimit: t.gasLimit,
          gasPrice: t.gasPrice,
          maxFeePerGas: t.maxFee,
          maxPriorityFeePerGas: t.maxPriorityFee,
          effectiveGasPrice: t.effectiveGasPrice,
          burntFee: t.burntFee,
          storageLimit: t.storageLimit,
          storageCollateralized: t.storageCollateralized,
          gasSponsored: t.gasSponsored,
          storageSponsored: t.storageSponsored,
          input: t.input,
          call: t.to === null ? null : decodeCall(t.input, book.abi(t.space, t.to)),
          error: t.error,
          logs: logs.map((log) => presentLog(log, book)),
          transfers: transfers.map((transfer) => presentTransfer(transfer, book)),
          coreTransactionHash: t.coreHash,
          phantoms: t.phantoms,
          alsoPackedIn: t.alsoPackedIn,
          confirmation,
        };
      },
    );

    app.get(
      '/api/explorer/transactions/:hash/trace',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Every call that a transaction made, as the node recorded it',
          tags: ['Explorer'],
          params: hashParameter,
          response: { 200: traceSchema },
        },
      },
      async ({ params }) => {
        const hash = readHash(params.hash);
        const transaction = await index.read.readTransaction(hash);
        if (!transaction) throw explorerErrors.notFound({ what: 'executed transaction', id: hash });
        return readTrace(context, transaction);
      },
    );
  };
}
