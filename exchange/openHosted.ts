import type { FastifyPluginAsync } from 'fastify';
import type { Alliance } from '../alliance/index.ts';
import type { Context } from '../host/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Store } from '../store/index.ts';
import { ledgerNotary } from './audit/ledgerNotary.ts';
import { notaryRoutes } from './audit/notaryRoutes.ts';
import { chainRoutes } from './grants/chainRoutes.ts';
import { ledgerChain, ledgerRelay } from './grants/ledgerChain.ts';
import { hostedPost } from './hostedPost.ts';
import { defaultSettings, type ExchangeSettings, type House } from './house.ts';
import { allianceTrust } from './identity/allianceTrust.ts';
import { type Exchange, openExchange } from './openExchange.ts';
import { hostedRoutes } from './registry/hostedRoutes.ts';
import { openRegistry, type PlatformRegistry } from './registry/openRegistry.ts';
import { registryRoutes } from './registry/routes.ts';
import { exchangeRoutes } from './routes.ts';

export interface OpenHostedParameters {
  store: Store;
  ledger: Ledger;
  alliance: Alliance;
  context: Context;
  evmChainId: number;
  /** 32 bytes in hexadecimal of this installation. */
  secret: string;
  webhookSecret: string;
  folder: string;
  /** Where others reach the platform. */
  baseUrl: string;
  settings?: Partial<ExchangeSettings>;
  now?: () => Date;
}

/** The platform's part in data exchange: connectors for departments without machines of their own, and the registry of all. */
export interface HostedExchange extends Exchange<PlatformRegistry> {
  readonly routes: FastifyPluginAsync;
}

/** Opens the connectors that the platform runs, and what it does for all others: registry, evidence log, the way to the chain. */
export function openHosted(parameters: OpenHostedParameters): HostedExchange {
  const { store, ledger, alliance, context, evmChainId, secret, webhookSecret, folder, baseUrl } = parameters;
  const origin = baseUrl.replace(/\/$/, '');
  const house: House = {
    store,
    context: { ...context, logger: context.logger.child({ room: 'exchange' }) },
    settings: { ...defaultSettings, ...parameters.settings },
    now: parameters.now ?? (() => new Date()),
    addressOf: (slug) => `${origin}/dsp/${slug}`,
  };
  const chain = ledgerChain({ ledger, evmChainId });
  const relay = ledgerRelay({ ledger });
  const exchange = openExchange<PlatformRegistry>({
    house,
    secret,
    webhookSecret,
    folder,
    trust: allianceTrust(alliance, {
      platformUrl: baseUrl,
      allowPrivate: house.settings.allowPrivateUrls,
      now: house.now,
    }),
    chain,
    relay,
    openRegistry: (identity, record) => openRegistry({ house, alliance, identity, record, secret }),
    openNotary: () => ledgerNotary(ledger),
    post: hostedPost({ alliance, baseUrl }),
  });
  const { registry, identity } = exchange;
  return {
    ...exchange,
    run: async (signal) => void (await Promise.all([exchange.run(signal), registry.run(signal)])),
    routes: async (app) => {
      await app.register(exchangeRoutes(exchange));
      await app.register(registryRoutes(registry));
      await app.register(hostedRoutes(registry));
      await app.register(chainRoutes({ house, registry, chain, relay }));
      await app.register(
        notaryRoutes({
          house,
          ledger,
          authenticate: identity.checkPlatformToken,
        }),
      );
    },
  };
}
