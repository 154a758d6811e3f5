import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext } from '../../host/index.ts';
import { serve } from '../../server/index.ts';

/** What the benchmark is told of the server under test. */
export interface PlatformReady {
  address: string;
  /** An API key that may record and read. */
  key: string;
}

/**
 * The whole platform in a process of its own, as `xiangyu up` runs it, over the database in DATABASE_URL. The chain is away:
 * recording and integrating go on without it, and its node would only take part of the two cores.
 */
async function run(): Promise<void> {
  const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? '', 'server-'));
  const stopping = new AbortController();
  const server = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: process.env.DATABASE_URL ?? '',
      espaceUrls: ['http://127.0.0.1:9'],
      evmChainId: 7002,
      secretsDir: folder,
      origin: 'bench.example/log',
      demo: false,
    },
    createContext({ level: 'error', signal: stopping.signal, destination: { write: () => undefined } }),
  );
  const { alliance } = server;
  await alliance
    .createMember({ slug: 'bench', name: { zh: '基准', en: 'Bench' }, kind: 'test' })
    .catch(() => undefined);
  const { key } = await alliance.createKey({ name: 'bench', member: 'bench', scopes: ['capture', 'read'] });
  const ready: PlatformReady = { address: server.address, key };
  process.send?.(ready);
  // Asked for its memory with 'memory', ends with the benchmark.
  process.on('message', () => process.send?.({ residentBytes: process.memoryUsage.rss() }));
  await once(process, 'disconnect');
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

await run();
