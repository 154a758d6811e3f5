import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Alliance } from '../alliance/index.ts';
import type { Ledger } from '../ledger/index.ts';
import { relayRoutes } from './relay/relayRoutes.ts';
import { sponsorRoutes } from './relay/sponsorRoutes.ts';
import { keyRoutes } from './wallets/keyRoutes.ts';
import { walletRoutes } from './wallets/walletRoutes.ts';

export interface KeyStoreRoutesOptions {
  ledger: Pick<Ledger, 'wallets' | 'relay' | 'transactions'>;
  alliance: Pick<Alliance, 'verifyPassword' | 'readMembers' | 'acts'>;
}

/** The HTTP surface of wallets, keys, relayed calls and sponsored contracts. */
export const keyStoreRoutes: FastifyPluginAsyncTypebox<KeyStoreRoutesOptions> = async (app, { ledger, alliance }) => {
  await app.register(walletRoutes(ledger.wallets));
  await app.register(keyRoutes({ keys: ledger.wallets, alliance }));
  await app.register(relayRoutes(ledger.relay, alliance.acts));
  await app.register(sponsorRoutes(ledger));
};
