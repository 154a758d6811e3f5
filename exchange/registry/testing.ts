import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type FastifyInstance, fastify } from 'fastify';
import { actionOf, publicCredentialRoutes } from '../../alliance/index.ts';
import { openTestAlliance, type TestAlliance } from '../../alliance/testing.ts';
import { XiangyuError } from '../../errors.ts';
import { createContext, findFreePort } from '../../host/index.ts';
import { migrate } from '../../store/index.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import { defaultSettings, type House } from '../house.ts';
import { allianceTrust } from '../identity/allianceTrust.ts';
import { httpTrust } from '../identity/httpTrust.ts';
import { type OwnIdentity, openIdentity } from '../identity/openIdentity.ts';
import { exchangeMigrations } from '../migrations.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import { hostedRoutes } from './hostedRoutes.ts';
import { httpRegistry } from './httpRegistry.ts';
import { openRegistry, type PlatformRegistry } from './openRegistry.ts';
import { type RegisterAtPlatformParameters, registerAtPlatform } from './registerAtPlatform.ts';
import type { Registry } from './registry.ts';
import { registryRoutes } from './routes.ts';

const secret = '44'.repeat(32);

/** The platform's side: the real alliance with its registry of connectors, over HTTP on this machine. */
export interface TestPlatform extends TestAlliance {
  url: string;
  house: House;
  identity: OwnIdentity;
  registry: PlatformRegistry;
  record: Audit['record'];
  app: FastifyInstance;
  /** A new API key of a member with the scope `exchange`, and with `govern` for what people do otherwise. */
  makeKey(slug: string): Promise<string>;
  /** Moves the platform's clock on, in milliseconds. */
  passTime(ms: number): void;
}

/** A connector on its own machine: another database, and the platform over HTTP only. */
export interface TestConnector extends TestHouse {
  slug: string;
  identity: OwnIdentity;
  registry: Registry;
  /** What `registerAtPlatform` takes. */
  registration: RegisterAtPlatformParameters;
  register(changes?: { apiKey?: string; credential?: string }): Promise<void>;
}

/** Routes guarded as the platform guards them. */
async function serveGuarded(test: TestAlliance, plugins: FastifyPluginAsyncTypebox[]) {
  const app = fastify();
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    const { access } = request.routeOptions.config;
    const action = access && actionOf(access);
    if (!action) return;
    const headers = new Headers(request.headers as Record<string, string>);
    request.principal = (await test.alliance.authenticate({ headers })).principal;
    test.alliance.rights.require({ principal: request.principal, action });
  });
  app.setErrorHandler((error, _, reply) => {
    if (error instanceof XiangyuError) {
      const { code, status, reason: detail, nextStep } = error;
      return reply.code(status).send({ code, status, detail, nextStep });
    }
    return reply.code((error as { statusCode?: number }).statusCode ?? 500).send({ detail: String(error) });
  });
  for (const plugin of plugins) await app.register(plugin);
  return app;
}

/** Starts the platform's side with members as guests, before any founding. */
export async function startTestPlatform(members: readonly string[]): Promise<TestPlatform> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const test = await openTestAlliance({ baseUrl: url, allowPrivateUrls: true });
  const { store, alliance } = test;
  await migrate(store, exchangeMigrations);
  for (const slug of members) {
    await alliance.createMember({ slug, name: { zh: `${slug}局`, en: slug }, kind: 'government' });
  }
  const stop = new AbortController();
  let ahead = 0;
  const house: House = {
    store,
    context: createContext({ level: 'silent', signal: stop.signal }),
    settings: { ...defaultSettings, allowPrivateUrls: true },
    now: () => new Date(Date.now() + ahead),
    addressOf: (slug) => `${url}/dsp/${slug}`,
  };
  const remote = { platformUrl: url, allowPrivate: true, now: house.now };
  // The registry needs the identity, and the identity what the registry has to show.
  const wallet = { read: (slug: string, did: string) => registry.wallet.read(slug, did) };
  const identity = openIdentity({ house, secret, trust: allianceTrust(alliance, remote), wallet });
  const { record } = openAudit({ house, signer: identity, notary: ledgerNotary(test.ledger) });
  const registry = openRegistry({ house, alliance, identity, record, secret });
  const app = await serveGuarded(test, [
    publicCredentialRoutes(alliance),
    registryRoutes(registry),
    hostedRoutes(registry),
  ]);
  await app.listen({ host: '127.0.0.1', port });
  return {
    ...test,
    url,
    house,
    identity,
    registry,
    record,
    app,
    makeKey: async (slug) =>
      (await alliance.createKey({ name: 'test', member: slug, scopes: ['exchange', 'govern'] })).key,
    passTime: (ms) => {
      ahead += ms;
    },
    async close() {
      stop.abort();
      await app.close();
      await test.close();
    },
  };
}

/** Opens a connector of a member on its own machine; it is not registered yet. */
export async function openTestConnector(platform: TestPlatform, slug: string): Promise<TestConnector> {
  const test = await openTestHouse([slug], { allowPrivateUrls: true });
  const { house } = test;
  const remote = { platformUrl: platform.url, allowPrivate: true, now: house.now };
  const { wallet, ...registry } = httpRegistry(remote);
  const trust = httpTrust(remote);
  const identity = openIdentity({ house, secret, trust, wallet });
  const own = await platform.makeKey(slug);
  const registration: RegisterAtPlatformParameters = {
    house,
    identity,
    slug,
    platformUrl: platform.url,
    apiKey: own,
    alliance: await trust.alliance(),
  };
  return {
    ...test,
    slug,
    identity,
    registry,
    registration,
    register: (changes = {}) => registerAtPlatform({ ...registration, ...changes }),
  };
}
