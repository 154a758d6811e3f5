import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { chooseSpace, type ExplorerContext, readAddress } from '../explorerContext.ts';
import { openAddressBook } from '../present/addressBook.ts';
import {
  placesOf,
  placesOfLog,
  placesOfTransfer,
  presentLog,
  presentTransaction,
  presentTransfer,
} from '../present/presentTransaction.ts';
import { readAccount } from '../readAccount.ts';
import { accountSchema } from '../schemas/accounts.ts';
import { oneOf, pageQuery } from '../schemas/common.ts';
import { logPageSchema, transactionPageSchema, transferPageSchema } from '../schemas/transactions.ts';

const addressParameter = Type.Object({ address: Type.String({ maxLength: 90, description: 'Hexadecimal or base32' }) });
const sideQuery = Type.Object({
  ...pageQuery,
  space: Type.Optional(oneOf(['core', 'espace'], 'Where the form of the address does not tell it')),
});

/** Accounts in both spaces and what they did. */
export function accountRoutes(context: ExplorerContext): FastifyPluginAsyncTypebox {
  const { index } = context;
  const readSide = async (text: string, asked: 'core' | 'espace' | undefined) => {
    const found = await readAddress(context, text);
    return { address: found.address, space: await chooseSpace(context, found, asked) };
  };
  return async (app) => {
    app.get(
      '/api/explorer/accounts/:address',
      {
        config: { access: 'public' },
        schema: {
          summary: 'An account in both spaces',
          tags: ['Explorer'],
          params: addressParameter,
          response: { 200: accountSchema },
        },
      },
      async ({ params }) => readAccount(context, params.address),
    );

    app.get(
      '/api/explorer/accounts/:address/transactions',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Transactions that an account sent, received or was created by, newest first',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: sideQuery,
          response: { 200: transactionPageSchema },
        },
      },
      async ({ params, query }) => {
        const side = await readSide(params.address, query.space);
        const page = await index.read.listAccountTransactions({ ...side, limit: query.limit, cursor: query.cursor });
        const book = await openAddressBook(index, page.items.flatMap(placesOf));
        return { items: page.items.map((item) => presentTransaction(item, book)), nextCursor: page.nextCursor };
      },
    );

    app.get(
      '/api/explorer/accounts/:address/transfers',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Token transfers from or to an account, or of a token, newest first',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: Type.Object({
            ...sideQuery.properties,
            of: Type.Optional(oneOf(['account', 'token'], 'Of the account by default')),
          }),
          response: { 200: transferPageSchema },
        },
      },
      async ({ params, query }) => {
        const side = await readSide(params.address, query.space);
        const { of = 'account' } = query;
        const page = await index.read.listTransfers({ ...side, of, limit: query.limit, cursor: query.cursor });
        const book = await openAddressBook(index, page.items.flatMap(placesOfTransfer));
        return { items: page.items.map((item) => presentTransfer(item, book)), nextCursor: page.nextCursor };
      },
    );

    app.get(
      '/api/explorer/accounts/:address/logs',
      {
        config: { access: 'public' },
        schema: {
          summary: 'Events of a contract, newest first, decoded with what is known now',
          tags: ['Explorer'],
          params: addressParameter,
          querystring: sideQuery,
          response: { 200: logPageSchema },
        },
      },
      async ({ params, query }) => {
        const side = await readSide(params.address, query.space);
        const page = await index.read.listLogs({ ...side, limit: query.limit, cursor: query.cursor });
        const book = await openAddressBook(index, page.items.map(placesOfLog));
        return { items: page.items.map((item) => presentLog(item, book)), nextCursor: page.nextCursor };
      },
    );
  };
}
