import type { FastifyPluginAsync } from 'fastify';
import { hostedDid } from '../alliance/index.ts';
import type { Context } from '../host/index.ts';
import type { Store } from '../store/index.ts';
import { platformNotary } from './audit/platformNotary.ts';
import { httpChain, httpRelay } from './grants/httpChain.ts';
import { defaultSettings, type ExchangeSettings, type House, type Words } from './house.ts';
import { httpTrust } from './identity/httpTrust.ts';
import { type Exchange, openExchange } from './openExchange.ts';
import { httpRegistry } from './registry/httpRegistry.ts';
import { keepRegistered } from './registry/keepRegistered.ts';
import { ownRoutes } from './registry/ownRoutes.ts';
import { registerAtPlatform } from './registry/registerAtPlatform.ts';
import { exchangeRoutes } from './routes.ts';

export interface OpenStandaloneParameters {
  store: Store;
  context: Context;
  /** Slug of the member whose connector this is. */
  slug: string;
  name: Words;
  /** 32 bytes in hexadecimal of this installation. */
  secret: string;
  webhookSecret: string;
  folder: string;
  /** Where others reach this connector, without a path. */
  publicUrl: string;
  platformUrl: string;
  /** An eSpace node of its own; the platform's gateway without it. */
  rpcUrl?: string | undefined;
  evmChainId: number;
  /** API key of the member with the scope `exchange`, to register with. */
  apiKey: string;
  /** A ConnectorCredential that the member signed itself, where its DID is on its own domain. */
  credential?: string | undefined;
  settings?: Partial<ExchangeSettings>;
  now?: () => Date;
}

/** A connector on a department's own machine. */
export interface StandaloneExchange extends Exchange {
  readonly routes: FastifyPluginAsync;
}

/** Opens the connector of one department beside its data; it knows the platform over HTTP only. */
export async function openStandalone(parameters: OpenStandaloneParameters): Promise<StandaloneExchange> {
  const { store, context, slug, name, publicUrl, platformUrl: given, rpcUrl, evmChainId, ...own } = parameters;
  const platformUrl = given.replace(/\/$/, '');
  const origin = publicUrl.replace(/\/$/, '');
  const house: House = {
    store,
    context,
    settings: { ...defaultSettings, ...own.settings },
    now: own.now ?? (() => new Date()),
    addressOf: (department) => `${origin}/dsp/${department}`,
  };
  const remote = { platformUrl, allowPrivate: house.settings.allowPrivateUrls, now: house.now };
  const alliance = hostedDid(platformUrl, null);
  await store.sql`
    INSERT INTO exchange.participants (slug, name) VALUES (${slug}, ${store.sql.json({ ...name })})
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name`;
  const exchange = openExchange({
    house,
    secret: own.secret,
    webhookSecret: own.webhookSecret,
    folder: own.folder,
    trust: httpTrust(remote),
    chain: httpChain({ platformUrl, evmChainId, ...(rpcUrl === undefined ? {} : { rpcUrl }) }),
    relay: httpRelay({ platformUrl }),
    openRegistry: () => httpRegistry(remote),
    openNotary: (identity) =>
      platformNotary({
        house,
        platformUrl,
        async authorize({ participant, ...message }) {
          return `Bearer ${await identity.makeToken({ slug: participant, audience: alliance, ...message })}`;
        },
      }),
  });
  const { identity, registry, audit } = exchange;
  const registration = {
    house,
    identity,
    registry,
    slug,
    platformUrl,
    apiKey: own.apiKey,
    alliance,
    credential: own.credential,
  };
  return {
    ...exchange,
    run: async (signal) =>
      void (await Promise.all([exchange.run(signal), keepRegistered({ ...registration, signal })])),
    routes: async (app) => {
      await app.register(exchangeRoutes(exchange));
      await app.register(
        ownRoutes({
          house,
          identity,
          registry,
          slug,
          register: () => registerAtPlatform(registration),
          recordAct: (tx, detail) => audit.record(tx, { participant: slug, kind: 'act', outcome: 'ok', detail }),
        }),
      );
    },
  };
}
