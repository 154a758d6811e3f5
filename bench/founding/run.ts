import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPublicClient, encodeFunctionData, type Hex, http, type TypedDataDefinition } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { openHistoryReader, verifyAlliance } from '../../alliance/index.ts';
import { memberRegistryAbi } from '../../contracts/generated/MemberRegistry.ts';
import { startNode } from '../../engine/index.ts';
import { makeTestOptions } from '../../engine/testing.ts';
import { createContext } from '../../host/index.ts';
import { serve } from '../../server/index.ts';
import { startPostgres } from '../../store/index.ts';

/** A founding as it happens, on one node: from the list of founders to an alliance that can vote, signatures included. */
const count = Number(process.env.FOUNDING_MEMBERS ?? 100);
const goalSeconds = 180;

const stop = new AbortController();
const context = createContext({ level: 'error', signal: stop.signal });
const { logger, signal } = context;
const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-founding-'));
await chmod(folder, 0o711);
const options = await makeTestOptions();
const genesisPrivateKey = generatePrivateKey();
const [postgres, node] = await Promise.all([
  startPostgres({ dataDir: join(folder, 'postgres'), logger, signal }),
  startNode({ ...options, logger, signal, blockIntervalMs: 500, genesisEspaceKeys: [genesisPrivateKey] }),
]);
const genesisKeyFile = join(folder, 'genesis.key');
await writeFile(genesisKeyFile, genesisPrivateKey.slice(2), { mode: 0o600 });
const server = await serve(
  {
    host: '127.0.0.1',
    port: 0,
    databaseUrl: postgres.url,
    espaceUrls: [node.espaceUrl],
    coreUrl: node.coreUrl,
    evmChainId: 7002,
    secretsDir: folder,
    genesisKeyFile,
    origin: 'bench.example/log',
    demo: false,
    publicRequestsPerMinute: 100_000,
  },
  context,
);

interface State {
  state: string;
  governor: Hex;
  registry: Hex;
  founding: { step: string } | null;
}
async function ask<Body>(path: string, body?: unknown): Promise<Body> {
  const init =
    body === undefined
      ? {}
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(new URL(path, server.address), init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Body;
}
async function until(isThere: (state: State) => boolean): Promise<State> {
  for (;;) {
    const state = await ask<State>('/api/alliance');
    if (isThere(state)) return state;
    await pause(100);
  }
}

try {
  const founders = Array.from({ length: count }, (_, index) => ({
    slug: `member-${index}`,
    account: privateKeyToAccount(generatePrivateKey()),
  }));
  const members = founders.map(({ slug, account }) => ({
    slug,
    name: { zh: `成员 ${slug}`, en: `Member ${slug}` },
    kinds: ['enterprise'],
    did: `did:web:${slug}.example`,
    key: account.address,
  }));
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const text = JSON.stringify({ name: { zh: '联盟', en: 'Alliance' }, members });
  await server.alliance.founding.start({ members: text, principal: null });
  await until(({ founding }) => founding?.step === 'signing');
  const deployed = seconds();
  for (const { slug, account } of founders) {
    const { typedData } = await ask<{ typedData: TypedDataDefinition }>(`/api/alliance/founding/founders/${slug}`);
    await ask('/api/alliance/founding/signatures', {
      founder: slug,
      signature: await account.signTypedData(typedData),
    });
  }
  const signed = seconds();
  const { governor, registry } = await until(({ state }) => state === 'founded');
  const founded = seconds();
  console.log(`${count} founders on one node, blocks every 500 ms
contracts deployed  ${deployed.toFixed(1)} s
all signatures in   ${signed.toFixed(1)} s
founded             ${founded.toFixed(1)} s; under ${goalSeconds} s: ${founded < goalSeconds ? 'yes' : 'NO'}`);
  const client = createPublicClient({ transport: http(node.espaceUrl) });
  const data = encodeFunctionData({ abi: memberRegistryAbi, functionName: 'setKindWeight', args: [0, 3] });
  const gas = await client.estimateGas({ account: governor, to: registry, data });
  console.log(`gas of other weights for all ${count} at once  ${gas}`);
  const before = performance.now();
  const verified = await verifyAlliance(await openHistoryReader(node.espaceUrl), governor);
  const took = ((performance.now() - before) / 1_000).toFixed(1);
  console.log(
    `verified from the chain alone  ${took} s, ${verified.events.length} events, ${verified.signatures.shown} signatures, ${verified.state.findings.length} findings`,
  );
  process.exitCode = founded < goalSeconds && verified.state.findings.length === 0 ? 0 : 1;
} finally {
  await server.close();
  stop.abort();
  await Promise.all([node.stop(), postgres.stop()]);
  await rm(folder, { recursive: true, force: true });
}
