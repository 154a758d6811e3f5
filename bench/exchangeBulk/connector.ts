import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { ledgerNotary } from '../../exchange/audit/ledgerNotary.ts';
import { publishTestDataset } from '../../exchange/catalogue/testing.ts';
import { createSource } from '../../exchange/delivery/sources/manageSources.ts';
import { sourcesFolder } from '../../exchange/delivery/sources/openSource.ts';
import { assembleParts, negotiate, testPurpose } from '../../exchange/delivery/testing/assemble.ts';
import { defaultSettings, type House } from '../../exchange/house.ts';
import { openIdentity } from '../../exchange/identity/openIdentity.ts';
import { exchangeMigrations } from '../../exchange/index.ts';
import { createContext, openOutgoing } from '../../host/index.ts';
import { ledgerMigrations, openLedger } from '../../ledger/index.ts';
import { connectStore, migrate } from '../../store/index.ts';
import { askParent } from './askParent.ts';

/** What the parent wants of a connector, and what it answers. */
type Command =
  | { do: 'open'; slug: string; url: string; folder: string; port: number; suite: 'aes' | 'sm' }
  | { do: 'publish'; file: string }
  | { do: 'serve'; file: string }
  | { do: 'negotiate'; provider: string; dataset: string }
  | { do: 'settle' }
  | { do: 'pull'; agreement: string; name: string }
  | { do: 'fetch'; url: string; file: string }
  | { do: 'memory' };

interface Opened {
  slug: string;
  folder: string;
  house: House;
  parts: Awaited<ReturnType<typeof assembleParts>>;
}

let opened: Opened | null = null;
let plain: Server | null = null;
let mostMemory = 0;
const shutdown = new AbortController();

setInterval(() => {
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
}, 50).unref();

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

/** The same bytes without any of it: an HTTP server of Node and a file. */
async function servePlain(path: string): Promise<string> {
  const { size } = await stat(path);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-length': size });
    createReadStream(path, { highWaterMark: 1024 * 1024 }).pipe(response);
  });
  plain = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}

async function fetchPlain(url: string, file: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await openOutgoing({ method: 'GET', url, timeoutMs: 600_000, allowPrivate: true });
  const handle = await open(file, 'w');
  for await (const part of answer.body as AsyncIterable<Buffer>) await handle.write(part);
  await handle.sync();
  await handle.close();
  return performance.now() - startedAt;
}

async function run(command: Command): Promise<unknown> {
  if (command.do === 'open') {
    opened = await openConnector(command);
    return null;
  }
  if (command.do === 'memory') {
    const most = mostMemory;
    mostMemory = 0;
    return most;
  }
  if (command.do === 'fetch') return fetchPlain(command.url, command.file);
  if (!opened) throw new Error('The connector is not open.');
  switch (command.do) {
    case 'publish':
      return publish(opened, command.file);
    case 'serve':
      return servePlain(join(sourcesFolder(opened.folder, opened.slug), command.file));
    case 'negotiate':
      return negotiate(opened.parts, { consumer: opened.slug, provider: command.provider, dataset: command.dataset });
    case 'settle':
      return opened.parts.settle();
    case 'pull':
      return pull(opened, command.agreement, command.name);
  }
}

process.on('message', ({ call, command }: { call?: number; command?: Command }) => {
  if (call === undefined || !command) return;
  run(command).then(
    (result) => process.send?.({ call, result: result ?? null }),
    (error: unknown) =>
      process.send?.({ call, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
process.once('disconnect', () => {
  plain?.close();
  shutdown.abort();
  process.exit(0);
});
