import { mkdir } from 'node:fs/promises';
import { ledgerNotary } from '../../exchange/audit/ledgerNotary.ts';
import { publishTestDataset } from '../../exchange/catalogue/testing.ts';
import { createSource } from '../../exchange/delivery/sources/manageSources.ts';
import { sourcesFolder } from '../../exchange/delivery/sources/openSource.ts';
import { assembleParts, negotiate, testPurpose } from '../../exchange/delivery/testing/assemble.ts';
import { defaultSettings, type House } from '../../exchange/house.ts';
import { openIdentity } from '../../exchange/identity/openIdentity.ts';
import { exchangeMigrations } from '../../exchange/index.ts';
import { createContext } from '../../host/index.ts';
import { ledgerMigrations, openLedger } from '../../ledger/index.ts';
import { connectStore, migrate } from '../../store/index.ts';
import { askParent } from './askParent.ts';
import { serveParent } from './serveParent.ts';

/** What the parent wants of a connector, and what it answers. */
type Command =
  | { do: 'open'; slug: string; url: string; folder: string; port: number; suite: 'aes' | 'sm' }
  | { do: 'publish'; file: string }
  | { do: 'negotiate'; provider: string; dataset: string }
  | { do: 'settle' }
  | { do: 'pull'; agreement: string; name: string };

interface Opened {
  slug: string;
  folder: string;
  house: House;
  parts: Awaited<ReturnType<typeof assembleParts>>;
}

let opened: Opened | null = null;
const shutdown = new AbortController();

async function openConnector({ slug, url, folder, port, suite }: Extract<Command, { do: 'open' }>): Promise<Opened> {
  const context = createContext({ signal: shutdown.signal, level: 'error' });
  const store = await connectStore({ url, logger: context.logger });
  await migrate(store, [...ledgerMigrations, ...exchangeMigrations]);
  await store.sql`
    INSERT INTO exchange.participants (slug, name) VALUES (${slug}, ${store.sql.json({ zh: slug, en: slug })})`;
  const house: House = {
    store,
    context,
    settings: { ...defaultSettings, allowPrivateUrls: true, suite },
    now: () => new Date(),
    addressOf: (own) => `http://127.0.0.1:${port}/dsp/${own}`,
  };
  const ledger = await openLedger({
    store,
    context,
    chain: { espaceUrls: ['http://127.0.0.1:9'], evmChainId: 7002 },
    masterKey: '11'.repeat(32),
    origin: `bench.example/${slug}`,
  });
  const identity = openIdentity({
    house,
    secret: '22'.repeat(32),
    trust: {
      alliance: () => askParent('alliance') as Promise<string>,
      resolve: (did) => askParent('resolve', did) as never,
      readStatusList: (list) => askParent('readStatusList', list) as Promise<string | null>,
    },
    wallet: { read: (own) => askParent('credentials', own) as never },
  });
  await askParent('enrol', slug, house.addressOf(slug), await identity.ensure(slug));
  const registry = {
    find: (slugOrDid: string) => askParent('find', slugOrDid) as never,
    list: async () => ({ items: [], nextPageToken: null }),
    authority: async () => null,
  };
  const parts = await assembleParts({ house, identity, registry, notary: ledgerNotary(ledger), folder, port });
  void parts.dsp.run(shutdown.signal);
  void parts.delivery.run(shutdown.signal);
  void parts.audit.run(shutdown.signal);
  return { slug, folder, house, parts };
}

async function publish({ slug, folder, parts }: Opened, file: string): Promise<string> {
  await mkdir(sourcesFolder(folder, slug), { recursive: true });
  const source = await createSource(
    parts.delivery.context,
    slug,
    { name: 'file', kind: 'file', settings: { file } },
    'bench',
  );
  const dataset = await publishTestDataset(parts.catalogue, slug, {
    items: [{ name: 'file', title: { zh: '文件', en: 'File' }, type: 'text' }],
    subject: 'place',
    changeItem: null,
    source: { source: source.id },
  });
  parts.wanted.set(dataset.id, { items: ['file'], version: dataset.version, maxCount: null, rows: null, days: 1 });
  return dataset.id;
}

/** Waits until the delivery is there; gives the milliseconds from the request to the file with its name. */
async function pull({ slug, parts }: Opened, agreement: string, name: string): Promise<number> {
  const startedAt = performance.now();
  const { id } = await parts.delivery.receive({
    participant: slug,
    agreement,
    format: 'xy:pull-file',
    purpose: testPurpose,
    caseNumber: 'BENCH-1',
    destination: { kind: 'file', name },
  });
  for (;;) {
    const intake = await parts.delivery.readIntake(slug, id);
    if (intake.state === 'done') return performance.now() - startedAt;
    if (intake.state === 'failed') throw new Error(intake.problem ?? 'the delivery failed');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function run(command: Command): Promise<unknown> {
  if (command.do === 'open') {
    opened = await openConnector(command);
    return null;
  }
  if (!opened) throw new Error('The connector is not open.');
  switch (command.do) {
    case 'publish':
      return publish(opened, command.file);
    case 'negotiate':
      return negotiate(opened.parts, { consumer: opened.slug, provider: command.provider, dataset: command.dataset });
    case 'settle':
      return opened.parts.settle();
    case 'pull':
      return pull(opened, command.agreement, command.name);
  }
}

serveParent(run, () => shutdown.abort());
