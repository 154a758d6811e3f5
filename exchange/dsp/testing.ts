import { type FastifyInstance, fastify } from 'fastify';
import { findFreePort } from '../../host/index.ts';
import { openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import { openCatalogue } from '../catalogue/openCatalogue.ts';
import type { ExchangeSettings, House } from '../house.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';
import { openTestIdentity, type TestWorld } from '../identity/testing.ts';
import { openTestHouse, type TestHouse } from '../testing.ts';
import type { DspTimings } from './context.ts';
import type { Dsp } from './dsp.ts';
import { type OpenDspParameters, openDsp } from './openDsp.ts';
import { type WireWatch, watchWire } from './testing/watchWire.ts';

export { findOfficialProblems, haveOfficialSchemas } from './testing/officialSchemas.ts';
export { openWalker, type Walker } from './testing/walker.ts';
export { deliberateHeader, type WireWatch, watchWire } from './testing/watchWire.ts';

/** Connectors of departments in one process with real keys, catalogue, records and HTTP. */
export interface TestDsp extends Omit<TestHouse, 'close'> {
  house: House;
  identity: OwnIdentity;
  world: TestWorld;
  catalogue: ReturnType<typeof openCatalogue>;
  dsp: Dsp;
  /** Another control plane over the same tables, as of a second process. */
  openSecond(timings?: Partial<DspTimings>): Dsp;
  app: FastifyInstance;
  url: string;
  wire: WireWatch;
  /** Starts sending; the function stops it at once, whatever is on its way. */
  run(dsp?: Dsp): () => Promise<void>;
  close(): Promise<void>;
}

export interface OpenTestDspParameters {
  participants: readonly string[];
  settings?: Partial<ExchangeSettings>;
  timings?: Partial<DspTimings>;
  /** Shared by houses whose connectors know each other. */
  world?: TestWorld;
  /** Addresses of participants whose connector is not this one, by slug. */
  elsewhere?: Readonly<Record<string, string>>;
  /** Datasets of a page of a catalog. */
  catalogPage?: number;
  /** Called for every message, when it has come and when its answer goes out. */
  onMessage?: (when: 'before' | 'after') => Promise<void>;
}

/** Timings that let tests see retries without waiting for them. */
const quick: Partial<DspTimings> = {
  backoffMs: 20,
  longestBackoffMs: 200,
  answerMs: 8_000,
  leaseMs: 10_000,
  pollMs: 50,
};

const noSource = async () => {
  throw new Error('This test has no data behind its datasets.');
};

/** Opens connectors that talk to each other over HTTP on this machine. Nothing is sent before `run`. */
export async function openTestDsp({
  participants,
  settings = {},
  timings = {},
  world: given,
  elsewhere = {},
  catalogPage = 100,
  onMessage,
}: OpenTestDspParameters): Promise<TestDsp> {
  const test = await openTestHouse(participants, { allowPrivateUrls: true, ...settings });
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const house: House = { ...test.house, addressOf: (slug) => elsewhere[slug] ?? `${url}/dsp/${slug}` };
  const { identity, registry, world } = await openTestIdentity({
    house,
    participants,
    ...(given ? { world: given } : {}),
  });
  const audit = openAudit({ house, signer: identity, notary: ledgerNotary(test.ledger) });
  const catalogue = openCatalogue({
    house,
    audit,
    identity,
    sources: { openSource: noSource, describeSource: noSource },
    webhookSecret: '33'.repeat(32),
  });
  const parts: OpenDspParameters = { house, identity, registry, audit, catalogue, catalogPage };
  const dsp = openDsp({ ...parts, timings: { ...quick, ...timings } });
  // A connection that was opened and cut before it asked for anything would keep a gentle close waiting.
  const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 2_000 } });
  const wire = watchWire(app);
  if (onMessage) {
    const isMessage = (method: string, path: string) => method === 'POST' && path.includes('/2025-1/');
    app.addHook('preHandler', async ({ method, url: path }) => {
      if (isMessage(method, path)) await onMessage('before');
    });
    app.addHook('onSend', async ({ method, url: path }) => {
      if (isMessage(method, path)) await onMessage('after');
    });
  }
  await app.register(dsp.routes);
  await app.listen({ host: '127.0.0.1', port });
  const stops = new Set<() => Promise<void>>();
  return {
    ...test,
    house,
    identity,
    world,
    catalogue,
    dsp,
    openSecond: (more) => openDsp({ ...parts, timings: { ...quick, ...timings, ...more } }),
    app,
    url,
    wire,
    run(running = dsp) {
      const abort = new AbortController();
      const done = running.run(abort.signal);
      const stop = async () => {
        stops.delete(stop);
        abort.abort();
        await done;
      };
      stops.add(stop);
      return stop;
    },
    async close() {
      for (const stop of stops) await stop();
      await app.close();
      await test.close();
    },
  };
}
