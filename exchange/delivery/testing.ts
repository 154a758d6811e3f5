import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { XiangyuError } from '../../errors.ts';
import { findFreePort } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { type Audit, openAudit } from '../audit/audit.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { Catalogue, Dataset } from '../catalogue/catalogue.ts';
import { openCatalogue } from '../catalogue/openCatalogue.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { Dsp } from '../dsp/dsp.ts';
import { openDsp } from '../dsp/openDsp.ts';
import type { Grant, Grants } from '../grants/grants.ts';
import { openTestGrants } from '../grants/testing.ts';
import type { ExchangeSettings, House, JsonObject } from '../house.ts';
import { openTestIdentity, type TestWorld } from '../identity/testing.ts';
import { openTestHouse } from '../testing.ts';
import { type OpenedDelivery, openDelivery } from './openDelivery.ts';
import { createSource, type SourceDraft } from './sources/manageSources.ts';
import { sourcesFolder } from './sources/openSource.ts';

/** Two departments with real connectors in one process: `civil` gives, `farms` gets. */
export interface TestExchange {
  house: House;
  store: Store;
  world: TestWorld;
  app: FastifyInstance;
  audit: Audit;
  catalogue: Catalogue;
  dsp: Dsp;
  grants: Grants;
  delivery: OpenedDelivery;
  folder: string;
  /** The database as a source. */
  database: SourceDraft;
  passTime(ms: number): void;
  /** Writes a file where the sources of `civil` are. */
  writeFile(name: string, content: string | Uint8Array): Promise<void>;
  addSource(participant: string, draft: SourceDraft): Promise<string>;
  publish(changes: Record<string, unknown>): Promise<Dataset>;
  /** Negotiates an agreement and has its grant on the chain. */
  agree(dataset: Dataset, p?: { items?: string[]; maxCount?: number; rows?: unknown; days?: number }): Promise<Grant>;
  /** Carries the grants' messages to the chain and follows it. */
  settle(): Promise<void>;
  /** Runs the background roles of the delivery until the function it gives is called. */
  run(): () => Promise<void>;
  close(): Promise<void>;
}

const purpose = 'MATTER-1';

/** Polls until something is there. */
export async function until<T>(what: () => Promise<T | null | undefined | false>, timeoutMs = 15_000): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`It did not come about: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens the room's real parts over one database, with a chain that executes at once. */
export async function openTestExchange(settings: Partial<ExchangeSettings> = {}): Promise<TestExchange> {
  const participants = ['civil', 'farms'];
  const port = await findFreePort();
  const test = await openTestHouse(participants, { allowPrivateUrls: true, ...settings });
  const house: House = { ...test.house, addressOf: (slug) => `http://127.0.0.1:${port}/dsp/${slug}` };
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-delivery-'));
  const { identity, registry, world } = await openTestIdentity({ house, participants });
  const audit = openAudit({ house, signer: identity, notary: ledgerNotary(test.ledger) });
  const catalogue = openCatalogue({
    house,
    audit,
    identity,
    webhookSecret: '55'.repeat(32),
    sources: {
      openSource: (participant, reference) => delivery.openSource(participant, reference),
      describeSource: (participant, reference) => delivery.describeSource(participant, reference),
    },
  });
  const dsp = openDsp({ house, identity, registry, audit, catalogue });
  const { grants, settle } = openTestGrants({ house, identity, registry, audit });
  const delivery: OpenedDelivery = openDelivery({
    house,
    identity,
    dsp,
    grants,
    audit,
    catalogue,
    citizens: null,
    folder,
  });
  const wanted = new Map<
    string,
    { items: string[]; maxCount: number | null; rows: unknown; version: number; days: number }
  >();
  dsp.use({
    async onNegotiation(tx, negotiation, { what }) {
      if (negotiation.role !== 'provider') return null;
      const terms = wanted.get(negotiation.dataset);
      if (what === 'requested')
        return {
          do: 'agree',
          policy: { ...negotiation.offer, ...(terms?.rows ? { 'xy:rows': terms.rows as never } : {}) },
        };
      if (what !== 'verified' || !negotiation.agreement || !terms) return null;
      const { dataset, agreement, agreementId, participant, counterparty } = negotiation;
      const at = house.now().getTime();
      await grants.issue(tx, {
        participant,
        agreement: agreementId ?? '',
        consumer: counterparty.slug,
        dataset,
        version: terms.version,
        purpose,
        items: terms.items,
        notBefore: new Date(at - 60_000),
        notAfter: new Date(at + terms.days * 86_400_000),
        maxCount: terms.maxCount,
        policy: agreement,
      });
      return { do: 'finalize' };
    },
    checkTerms: async () => [],
  });
  const app = fastify();
  app.setErrorHandler((error, _, reply) => {
    if (!(error instanceof XiangyuError)) return reply.code(500).send({ detail: String(error) });
    const { status, code, reason: detail } = error;
    return reply.code(status).send({ code, status, detail });
  });
  await app.register(dsp.routes);
  await app.register(delivery.planeRoutes);
  await app.listen({ host: '127.0.0.1', port });
  const over = new AbortController();
  const running = dsp.run(over.signal);
  const url = new URL(await databaseUrl(test.store));

  return {
    house,
    store: test.store,
    world,
    app,
    audit,
    catalogue,
    dsp,
    grants,
    delivery,
    folder,
    settle,
    passTime: test.passTime,
    database: {
      name: 'database',
      kind: 'postgres',
      settings: {
        host: url.hostname,
        port: Number(url.port),
        database: url.pathname.slice(1),
        user: decodeURIComponent(url.username),
        tls: 'off',
      },
      secret: { password: decodeURIComponent(url.password) },
      writable: true,
    },
    async writeFile(name, content) {
      const path = join(sourcesFolder(folder, 'civil'), name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content);
    },
    addSource: async (participant, draft) => (await createSource(delivery.context, participant, draft, 'steward-1')).id,
    publish: (changes) => publishTestDataset(catalogue, 'civil', changes),
    async agree(dataset, p = {}) {
      const items = p.items ?? dataset.items.flatMap(({ name, sharing }) => (sharing === 'none' ? [] : [name]));
      const { version } = dataset;
      wanted.set(dataset.id, {
        items,
        version,
        maxCount: p.maxCount ?? null,
        rows: p.rows ?? null,
        days: p.days ?? 30,
      });
      const { items: offered } = await catalogue
        .datasetFor('civil', dataset.id, { did: '', slug: 'farms' })
        .then((body) => ({ items: (body?.hasPolicy ?? []) as JsonObject[] }));
      const [offer] = offered;
      if (!offer) throw new Error('The dataset has no offer.');
      const started = await dsp.startNegotiation({
        participant: 'farms',
        counterparty: 'civil',
        offer: { ...offer, target: dataset.id },
        reuse: false,
      });
      const agreement = await until(async () => {
        const now = await dsp.readNegotiation('farms', started.id);
        if (now?.state === 'TERMINATED') throw new Error(now.ending?.reason.join());
        return now?.state === 'FINALIZED' && now.agreementId;
      });
      await settle();
      const grant = await grants.readByAgreement('civil', agreement);
      if (!grant) throw new Error('There is no grant.');
      return grant;
    },
    run() {
      const stop = new AbortController();
      const roles = delivery.run(stop.signal);
      return async () => {
        stop.abort();
        await roles;
      };
    },
    async close() {
      over.abort();
      await running;
      await app.close();
      await test.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The store's own address, as a source sees it. */
async function databaseUrl({ sql }: Store): Promise<string> {
  const { inject } = await import('vitest');
  const [row] = await sql<{ name: string }[]>`SELECT current_database() AS name`;
  return Object.assign(new URL(inject('postgresUrl')), { pathname: `/${row?.name}` }).href;
}
