import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNode } from '../../engine/index.ts';
import { makeTestOptions } from '../../engine/testing.ts';
import { createContext } from '../../host/index.ts';
import { ledgerMigrations, openLedger } from '../../ledger/index.ts';
import { openKeyStore } from '../../ledger/keys/keyStore.ts';
import { connectStore, migrate, startPostgres } from '../../store/index.ts';
import { flood, loop, makeWallets, rpc, signTransfer, sink, type Wallet, waitForNonces } from './flood.ts';

const count = (name: string, fallback: number) => Number(process.env[name] ?? fallback);
const total = count('LANES_TRANSACTIONS', 20_000);
const signers = count('LANES_SIGNERS', 10);
const rounds = count('LANES_ROUNDS', 2);
const blockIntervalMs = count('LANES_BLOCK_MS', 500);
const submitSize = 500;
const evmChainId = 7002;
const goal = 0.85;

const stop = new AbortController();
const context = createContext({ level: 'error', signal: stop.signal });
const { logger, signal } = context;
const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-lanes-'));
await chmod(folder, 0o711);
const options = await makeTestOptions();
const [postgres, node] = await Promise.all([
  startPostgres({ dataDir: join(folder, 'postgres'), logger, signal }),
  startNode({ ...options, logger, signal, blockIntervalMs }),
]);
const store = await connectStore({ url: postgres.url, logger });
await migrate(store, ledgerMigrations);
const masterKey = '5a'.repeat(32);
const { espaceUrl, coreUrl } = node;
const ledger = await openLedger({
  store,
  context,
  chain: { espaceUrls: [espaceUrl], coreUrl, evmChainId },
  masterKey,
  origin: 'xiangyu.example/bench',
});
const keys = openKeyStore({ store, masterKey });
const running = ledger.run(signal);

/** Gives new accounts what they need; the lanes know their keys. */
let funded = 0;
async function makeFunded(size: number): Promise<Wallet[]> {
  const wallets = makeWallets(size);
  for (const { key, address } of wallets) await keys.importKey(address, key);
  const [genesisKey = '0x'] = options.genesisEspaceKeys;
  const transfers = wallets.map(({ address }, at) =>
    signTransfer(genesisKey, { nonce: funded + at, to: address, value: 10n ** 20n }),
  );
  await rpc(
    espaceUrl,
    transfers.map((raw) => ['eth_sendRawTransaction', [raw]]),
  );
  funded += size;
  const { privateKeyToAddress } = await import('viem/accounts');
  await waitForNonces(espaceUrl, [privateKeyToAddress(genesisKey)], funded);
  return wallets;
}

/** The same transfers through the lanes: submitted, durable, simulated, signed, sent and known to be executed. */
async function send(wallets: readonly Wallet[], each: number, round: number): Promise<number> {
  const requests = Array.from({ length: each }, (_, at) =>
    wallets.map(({ address }) => ({
      tenant: `bench-${round}`,
      idempotencyKey: `${address}/${at}`,
      signer: address,
      to: sink,
      value: 1n,
    })),
  ).flat();
  const startedAt = performance.now();
  for (let at = 0; at < requests.length; at += submitSize) {
    await ledger.transactions.submitMany(requests.slice(at, at + submitSize));
  }
  for (;;) {
    const [left] = await store.sql<{ left: boolean }[]>`
      SELECT EXISTS (SELECT FROM ledger.transactions
        WHERE tenant = ${`bench-${round}`} AND state IN ('queued', 'signed', 'broadcast', 'packed')) AS left`;
    if (!left?.left) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return requests.length / ((performance.now() - startedAt) / 1000);
}

const each = Math.floor(total / signers);
const [floods, lanes]: [number[], number[]] = [[], []];
for (let round = 0; round < rounds; round += 1) {
  floods.push(await flood(espaceUrl, await makeFunded(signers), each));
  const used = process.cpuUsage();
  lanes.push(await send(await makeFunded(signers), each, round));
  const { user, system } = process.cpuUsage(used);
  console.log(
    `round ${round + 1}: flood ${floods.at(-1)?.toFixed(0)}/s, lanes ${lanes.at(-1)?.toFixed(0)}/s ` +
      `(this process ${((user + system) / 1_000 / total).toFixed(2)} ms of processor a transaction)`,
  );
}
const [walker] = await makeFunded(1);
const looped = walker ? await loop(espaceUrl, walker, 10) : Number.NaN;
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ratio = mean(lanes) / mean(floods);
console.log(`
${total} transfers, ${signers} signers, a block every ${blockIntervalMs} ms, PostgreSQL with fsync; until executed
flood of signed bytes    ${mean(floods).toFixed(0).padStart(6)} tx/s
durable, through lanes   ${mean(lanes).toFixed(0).padStart(6)} tx/s   ${ratio.toFixed(2)} of the flood (goal ${goal})
viem, one after another  ${looped.toFixed(2).padStart(6)} tx/s   lanes are ${(mean(lanes) / looped).toFixed(0)} times that`);

stop.abort();
await running;
await store.close();
await Promise.all([node.stop(), postgres.stop()]);
await rm(folder, { recursive: true, force: true });
await rm(options.dataDir, { recursive: true, force: true });
process.exit(ratio >= goal ? 0 : 1);
