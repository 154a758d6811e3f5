import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Keys } from '../../ledger/index.ts';
import { readMember } from '../readMember.ts';
import {
  importWalletBody,
  keySchema,
  newAccountBody,
  newWalletBody,
  newWalletSchema,
  walletSchema,
} from './walletSchemas.ts';

const tags = ['Wallets'];
const params = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** Wallets of the own member: recovery words and the accounts that come from them. */
export function walletRoutes(keys: Keys): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/api/wallets',
      {
        config: { access: 'wallet:read' },
        schema: {
          summary: 'The own wallets',
          tags,
          response: { 200: Type.Object({ items: Type.Array(walletSchema) }) },
        },
      },
      async (request) => ({ items: await keys.listWallets(readMember(request)) }),
    );

    app.post(
      '/api/wallets',
      {
        config: { access: 'wallet:change' },
        schema: {
          summary: 'Make a wallet; only this answer holds its recovery words',
          tags,
          body: newWalletBody,
          response: { 201: newWalletSchema },
        },
      },
      async (request, reply) => {
        const { name, language } = request.body;
        reply.code(201).header('cache-control', 'no-store');
        return keys.createWallet({ tenant: readMember(request), name, ...(language ? { language } : {}) });
      },
    );

    app.post(
      '/api/wallets/import',
      {
        config: { access: 'wallet:change' },
        schema: {
          summary: 'Take a wallet in by its recovery words',
          tags,
          body: importWalletBody,
          response: { 201: walletSchema },
        },
      },
      async (request, reply) => {
        const { passphrase, ...wallet } = request.body;
        reply.code(201);
        return keys.importWallet({ tenant: readMember(request), ...wallet, ...(passphrase ? { passphrase } : {}) });
      },
    );

    app.post(
      '/api/wallets/:id/accounts',
      {
        config: { access: 'wallet:change' },
        schema: {
          summary: 'Make the next account of a wallet',
          tags,
          params,
          body: newAccountBody,
          response: { 201: keySchema },
        },
      },
      async (request, reply) => {
        const { name, space } = request.body;
        const account = { tenant: readMember(request), walletId: request.params.id, space };
        reply.code(201);
        return keys.addAccount({ ...account, ...(name === undefined ? {} : { name }) });
      },
    );

    app.delete(
      '/api/wallets/:id',
      {
        config: { access: 'wallet:change' },
        schema: {
          summary: 'Archive a wallet and its accounts',
          tags,
          params,
          response: { 204: Type.Null({ description: 'Archived' }) },
        },
      },
      async (request, reply) => {
        await keys.archiveWallet({ tenant: readMember(request), id: request.params.id });
        return reply.code(204).send(null);
      },
    );
  };
}
