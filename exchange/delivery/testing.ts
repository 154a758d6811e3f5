import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findFreePort } from '../../host/index.ts';
import type { Store } from '../../store/index.ts';
import { ledgerNotary } from '../audit/ledgerNotary.ts';
import type { Dataset } from '../catalogue/catalogue.ts';
import { publishTestDataset } from '../catalogue/testing.ts';
import type { Grant } from '../grants/grants.ts';
import type { ExchangeSettings, House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import { openTestIdentity, type TestWorld } from '../identity/testing.ts';
import type { Constraint } from '../policy/policy.ts';
import { openTestHouse } from '../testing.ts';
import { createSource, type SourceDraft } from './sources/manageSources.ts';
import { sourcesFolder } from './sources/openSource.ts';
import type { RowCondition } from './sources/source.ts';
import { type AssembledParts, assembleParts, negotiate } from './testing/assemble.ts';

export { testPurpose, until } from './testing/assemble.ts';

/** Two departments with real connectors in one process: `civil` gives, `farms` gets. */
export interface TestExchange extends AssembledParts {
  house: House;
  store: Store;
  world: TestWorld;
  identity: Identity;
  folder: string;
  /** The database as a source. */
  database: SourceDraft;
  passTime(ms: number): void;
  /** Writes a file where the sources of `civil` are. */
  writeFile(name: string, content: string | Uint8Array): Promise<void>;
  addSource(participant: string, draft: SourceDraft): Promise<string>;
  publish(changes: Record<string, unknown>): Promise<Dataset>;
  /** Negotiates an agreement and has its grant on the chain. */
  agree(
    dataset: Dataset,
    p?: { items?: string[]; maxCount?: number; rows?: RowCondition; constraints?: Constraint[]; days?: number },
  ): Promise<Grant>;
  /** Runs the background roles of the delivery until the function it gives is called. */
  run(): () => Promise<void>;
  close(): Promise<void>;
}

/** Opens the room's real parts over one database, with a chain that executes at once. */
export async function openTestExchange(settings: Partial<ExchangeSettings> = {}): Promise<TestExchange> {
  const participants = ['civil', 'farms'];
  const port = await findFreePort();
  const test = await openTestHouse(participants, { allowPrivateUrls: true, ...settings });
  const house: House = { ...test.house, addressOf: (slug) => `http://127.0.0.1:${port}/dsp/${slug}` };
  const folder = await mkdtemp(join(tmpdir(), 'xiangyu-delivery-'));
  const { identity, registry, world } = await openTestIdentity({ house, participants });
  const notary = ledgerNotary(test.ledger);
  const parts = await assembleParts({ house, identity, registry, notary, folder, port });
  const { app, catalogue, dsp, grants, settle, delivery, wanted } = parts;
  const over = new AbortController();
  const running = dsp.run(over.signal);
  const url = new URL(await databaseUrl(test.store));

  return {
    ...parts,
    house,
    store: test.store,
    world,
    identity,
    folder,
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
        constraints: p.constraints ?? [],
        days: p.days ?? 30,
      });
      const agreement = await negotiate(parts, { consumer: 'farms', provider: 'civil', dataset: dataset.id });
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
