import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hex } from 'viem';
import { privateKeyToAddress } from 'viem/accounts';
import { startNode } from '../../engine/index.ts';
import { makeTestOptions } from '../../engine/testing.ts';
import { createContext } from '../../host/index.ts';
import { connectStore, startPostgres } from '../../store/index.ts';
import { flood, loop, makeWallets, rpc, signTransfer, waitForNonces } from './flood.ts';
import { startPlatform } from './sendThroughLanes.ts';

const count = (name: string, fallback: number) => Number(process.env[name] ?? fallback);
const total = count('LANES_TRANSACTIONS', 20_000);
const signers = count('LANES_SIGNERS', 10);
const rounds = count('LANES_ROUNDS', 2);
const blockIntervalMs = count('LANES_BLOCK_MS', 500);
const each = Math.floor(total / signers);
const goal = 0.85;

const stop = new AbortController();
const { logger, signal } = createContext({ level: 'error', signal: stop.signal });
const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-lanes-'));
await chmod(folder, 0o711);
const options = await makeTestOptions();
const [genesisKey = '0x', funderKey = '0x'] = [...options.genesisEspaceKeys, ...makeWallets(1).map(({ key }) => key)];
const [postgres, node] = await Promise.all([
  startPostgres({ dataDir: join(folder, 'postgres'), logger, signal }),
  startNode({ ...options, logger, signal, blockIntervalMs, genesisEspaceKeys: [genesisKey, funderKey] }),
]);
const { espaceUrl, coreUrl } = node;
const store = await connectStore({ url: postgres.url, logger });
const [settings] = await store.sql<{ fsync: string; commit: string }[]>`
  SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit`;
if (settings?.fsync !== 'on' || settings.commit !== 'on') throw new Error('The database does not wait for the disk.');
const secrets = await mkdtemp(join(folder, 'secrets-'));
const platform = await startPlatform(
  {
    DATABASE_URL: postgres.url,
    ESPACE_URL: espaceUrl,
    CORE_URL: coreUrl,
    BENCH_FOLDER: secrets,
    GENESIS_KEY: genesisKey,
  },
  store,
);

let funded = 0;
/** Gives accounts what their transfers cost, and waits until they have it. */
async function fund(addresses: readonly Hex[]): Promise<void> {
  const transfers = addresses.map((to, at) => signTransfer(funderKey, { nonce: funded + at, to, value: 10n ** 20n }));
  await rpc(
    espaceUrl,
    transfers.map((raw) => ['eth_sendRawTransaction', [raw]]),
  );
  funded += addresses.length;
  await waitForNonces(espaceUrl, [privateKeyToAddress(funderKey)], funded);
}

const [floods, lanes, processor]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < rounds; round += 1) {
  const wallets = makeWallets(signers);
  await fund(wallets.map(({ address }) => address));
  floods.push(await flood(espaceUrl, wallets, each));
  const addresses = await platform.makeSigners(signers);
  await fund(addresses);
  await platform.readProcessorMs();
  lanes.push(await platform.send(addresses, each, round));
  processor.push((await platform.readProcessorMs()) / total);
  console.log(
    `round ${round + 1}: flood ${floods.at(-1)?.toFixed(0)}/s, lanes ${lanes.at(-1)?.toFixed(0)}/s ` +
      `(the server ${processor.at(-1)?.toFixed(2)} ms of processor a transaction)`,
  );
}
const [walker] = makeWallets(1);
if (walker) await fund([walker.address]);
const looped = walker ? await loop(espaceUrl, walker, 10) : Number.NaN;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ratio = mean(lanes) / mean(floods);
console.log(`
${total} transfers, ${signers} signers, a block every ${blockIntervalMs} ms, every commit waits for the disk; until executed
flood of signed bytes      ${mean(floods).toFixed(0).padStart(6)} tx/s
durable, through HTTP API  ${mean(lanes).toFixed(0).padStart(6)} tx/s   ${ratio.toFixed(2)} of the flood (goal ${goal})
viem, one after another    ${looped.toFixed(2).padStart(6)} tx/s   lanes are ${(mean(lanes) / looped).toFixed(0)} times that`);

await platform.stop();
await store.close();
await Promise.all([node.stop(), postgres.stop()]);
stop.abort();
await rm(folder, { recursive: true, force: true });
await rm(options.dataDir, { recursive: true, force: true });
process.exit(ratio >= goal ? 0 : 1);
