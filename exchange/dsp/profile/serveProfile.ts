import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fastify } from 'fastify';
import { createContext } from '../../../host/index.ts';
import { ledgerMigrations, openLedger } from '../../../ledger/index.ts';
import { connectStore, migrate, startPostgres } from '../../../store/index.ts';
import { openAudit } from '../../audit/audit.ts';
import { ledgerNotary } from '../../audit/ledgerNotary.ts';
import { openCatalogue } from '../../catalogue/openCatalogue.ts';
import { defaultSettings, type House } from '../../house.ts';
import { openTestIdentity } from '../../identity/testing.ts';
import { exchangeMigrations } from '../../migrations.ts';
import { openDsp } from '../openDsp.ts';

/** What the Dataspace TCK has to know of a connector, as lines of its configuration. */
export function kitSettings({ did, address }: { did: string; address: string }): string {
  return `dataspacetck.dsp.connector.agent.id=${did}
dataspacetck.dsp.connector.http.url=${address}/2025-1
dataspacetck.dsp.connector.http.base.url=${address}
dataspacetck.dsp.connector.negotiation.initiate.url=${address}/test/negotiations/requests
dataspacetck.dsp.connector.transfer.initiate.url=${address}/test/transfers/requests`;
}

/** Serves one connector in the test profile, on this machine only, until Ctrl-C; its database and keys are gone afterwards. */
async function serveProfile(port: number): Promise<void> {
  const slug = 'kit';
  const stopping = new AbortController();
  const ended = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
  const context = createContext({ level: 'warn', signal: stopping.signal });
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-profile-'));
  const undo: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  try {
    await chmod(folder, 0o711);
    const postgres = await startPostgres({ dataDir: folder, ...context, unsafeFast: true });
    undo.push(postgres.stop);
    const store = await connectStore({ url: postgres.url, logger: context.logger });
    undo.push(() => store.close());
    await migrate(store, [...ledgerMigrations, ...exchangeMigrations]);
    const name = store.sql.json({ zh: slug, en: slug });
    await store.sql`INSERT INTO exchange.participants (slug, name) VALUES (${slug}, ${name})`;
    const house: House = {
      store,
      context,
      settings: { ...defaultSettings, testProfile: true },
      now: () => new Date(),
      addressOf: (participant) => `http://127.0.0.1:${port}/dsp/${participant}`,
    };
    // Its records wait for a chain that is not there.
    const chain = { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 };
    const ledger = await openLedger({ store, context, chain, masterKey: '11'.repeat(32), origin: 'profile.example' });
    const { identity, registry } = await openTestIdentity({ house, participants: [slug] });
    const audit = openAudit({ house, signer: identity, notary: ledgerNotary(ledger) });
    const noSource = () => Promise.reject(new Error('Nothing is behind these datasets.'));
    const sources = { openSource: noSource, describeSource: noSource };
    const catalogue = openCatalogue({ house, audit, identity, sources, webhookSecret: '33'.repeat(32) });
    const dsp = openDsp({ house, identity, registry, audit, catalogue });
    const app = fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 2_000 } });
    await app.register(dsp.routes);
    await app.listen({ host: '127.0.0.1', port });
    undo.push(() => app.close());
    const outbox = new AbortController();
    const running = dsp.run(outbox.signal);
    undo.push(
      () => running,
      async () => outbox.abort(),
    );
    console.log(kitSettings({ ...(await identity.ensure(slug)), address: house.addressOf(slug) }));
    await ended;
  } finally {
    for (const step of undo.reverse()) await step();
    stopping.abort();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await serveProfile(Number(process.argv[2] ?? 8282));
