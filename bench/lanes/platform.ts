import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createContext } from '../../host/index.ts';
import { serve } from '../../server/index.ts';

/** What the benchmark is told of the server under test. */
export interface PlatformReady {
  address: string;
  /** An API key that may send transactions. */
  key: string;
}

/** The processor time that the server took since the last question, in milliseconds. */
export interface PlatformUsage {
  processorMs: number;
}

/** The whole platform in a process of its own, as `xiangyu up` runs it, over a database and a node that are there. */
async function run(): Promise<void> {
  const {
    BENCH_FOLDER: folder = '',
    DATABASE_URL = '',
    ESPACE_URL = '',
    CORE_URL = '',
    GENESIS_KEY = '',
  } = process.env;
  const genesisKeyFile = join(folder, 'genesis.key');
  await writeFile(genesisKeyFile, GENESIS_KEY.slice(2), { mode: 0o600 });
  const server = await serve(
    {
      host: '127.0.0.1',
      port: 0,
      databaseUrl: DATABASE_URL,
      espaceUrls: [ESPACE_URL],
      coreUrl: CORE_URL,
      evmChainId: 7002,
      secretsDir: folder,
      genesisKeyFile,
      origin: 'bench.example/log',
      demo: false,
    },
    createContext({ level: 'error', signal: new AbortController().signal }),
  );
  const { alliance } = server;
  await alliance.createMember({ slug: 'bench', name: { zh: '基准', en: 'Bench' }, kind: 'test' });
  const { key } = await alliance.createKey({ name: 'bench', member: 'bench', scopes: ['transact', 'read'] });
  const ready: PlatformReady = { address: server.address, key };
  process.send?.(ready);
  let used = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(used);
    used = process.cpuUsage();
    const usage: PlatformUsage = { processorMs: (user + system) / 1_000 };
    process.send?.(usage);
  });
  await once(process, 'disconnect');
  await server.close();
}

await run();
