import { createPublicClient, http, parseAbiItem } from 'viem';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Summary } from '../explorer/index.ts';
import type { LogState } from '../ledger/index.ts';
import { readAnchoredRootOverRpc, verifyBundle } from '../proof/index.ts';
import { inTurns } from './inTurns.ts';
import { loadCapture } from './loadCapture.ts';
import { createApiKey, openSession } from './openSession.ts';
import { type RunningPlatform, startPlatform } from './startPlatform.ts';
import { type RunningWitnesses, startWitnesses } from './startWitnesses.ts';
import { watchCheckpoints } from './watchCheckpoints.ts';

const parts = ['server', 'database', 'node', 'witness'] as const;
/** Each part is killed at least once; XIANGYU_KILLS=40 for a long run. */
const rounds = Number(process.env.XIANGYU_KILLS ?? 4);
let platform: RunningPlatform;
let apiKey: string;
let witnesses: RunningWitnesses;

beforeAll(async () => {
  platform = await startPlatform({ flags: ['--request-limit', '1000000'] });
  const session = await openSession(platform.url, platform.output());
  apiKey = await createApiKey(session);
  witnesses = await startWitnesses(session, { count: 3, threshold: 2 });
});
afterAll(async () => {
  await platform?.stop();
  await witnesses?.stop();
});

/** A linear congruential generator, so that a failing schedule can be run again by its seed. */
function makeRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

async function readJson<T>(path: string): Promise<T> {
  const response = await fetch(platform.url + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

async function waitForReady(): Promise<void> {
  await vi.waitFor(async () => expect((await fetch(`${platform.url}/ready`)).status).toBe(200), {
    timeout: 60_000,
    interval: 200,
  });
}

async function waitForProgress(load: { acknowledged: readonly string[] }, more: number): Promise<void> {
  const goal = load.acknowledged.length + more;
  await vi.waitFor(() => expect(load.acknowledged.length).toBeGreaterThan(goal), { timeout: 60_000, interval: 20 });
}

/** Waits until the log submitted a checkpoint beyond `size`, so that the next kill strikes while anchoring is under way. */
async function waitForCheckpoint(size: number): Promise<number> {
  return vi.waitFor(
    async () => {
      const { checkpoint } = await readJson<LogState>('/api/log');
      expect(checkpoint?.size ?? 0).toBeGreaterThan(size);
      return checkpoint?.size ?? 0;
    },
    { timeout: 60_000, interval: 20 },
  );
}

test('kill -9 of any process under load loses nothing acknowledged and anchors nothing twice', async () => {
  const seed = Number(process.env.XIANGYU_TEST_SEED ?? Date.now() % 2 ** 31);
  console.log(`kill schedule: seed ${seed} (XIANGYU_TEST_SEED repeats it)`);
  const random = makeRandom(seed);
  const load = loadCapture({ url: platform.url, apiKey, clients: 3, restMs: 20 });
  const watch = watchCheckpoints(platform.url);
  let anchoredSize = 0;
  for (let round = 0; round < rounds; round += 1) {
    anchoredSize = await waitForCheckpoint(anchoredSize);
    await waitForProgress(load, Math.floor(random() * 200));
    const part = parts[round % parts.length] ?? 'server';
    if (part === 'witness') {
      await witnesses.restart(round % 3);
      continue;
    }
    const pid = platform.findProcess(part);
    expect(pid, `${part} runs`).not.toBeNull();
    if (pid) process.kill(pid, 'SIGKILL');
    await vi.waitFor(() => expect(platform.findProcess(part)).not.toBe(pid), { timeout: 30_000, interval: 20 });
    await waitForReady();
  }
  await load.stop();
  expect(load.acknowledged.length).toBeGreaterThan(rounds);

  // Every acknowledged event is there, once, and has one statement that the chain holds.
  const log = await vi.waitFor(
    async () => {
      const state = await readJson<LogState>('/api/log');
      expect(state.pending).toBe(0);
      expect(state.checkpoint?.size).toBe(state.size);
      expect(['confirmed', 'finalized']).toContain(state.checkpoint?.level);
      return state;
    },
    { timeout: 120_000, interval: 500 },
  );
  // Whoever followed the checkpoint saw one history that only grew, signed by the log and two witnesses each time.
  const witnessPolicy = await (await fetch(`${platform.url}/log/policy`)).text();
  const shown = await watch.stop(witnessPolicy);
  expect(shown).toBeGreaterThan(rounds);

  const subjects = new Set<string>();
  await inTurns(load.acknowledged, 8, async (epc) => {
    const query = await readJson<{
      epcisBody: { queryResults: { resultsBody: { eventList: { eventID: string }[] } } };
    }>(`/epcis/events?MATCH_anyEPC=${encodeURIComponent(epc)}`);
    const events = query.epcisBody.queryResults.resultsBody.eventList;
    expect(events, epc).toHaveLength(1);
    subjects.add(events[0]?.eventID ?? '');
  });
  expect(subjects.size).toBe(load.acknowledged.length);

  const readAnchoredRoot = readAnchoredRootOverRpc(platform.espaceUrl);
  const indices = new Set<number>();
  await inTurns(subjects, 8, async (subject) => {
    const { statements } = await readJson<{ statements: { statementId: string; index: number }[] }>(
      `/api/log/statements?subject=${encodeURIComponent(subject)}`,
    );
    expect(statements, subject).toHaveLength(1);
    const bundle = await readJson(`/api/log/statements/${statements[0]?.statementId}/bundle`);
    const result = await verifyBundle(bundle, { readAnchoredRoot, witnessPolicy, trustedLogKey: log.logKey });
    expect(result, JSON.stringify(result.checks)).toMatchObject({ valid: true });
    indices.add(statements[0]?.index ?? -1);
  });
  expect(indices.size).toBe(subjects.size);

  // The contract saw every size once, and no transaction was spent on a second try.
  const client = createPublicClient({ transport: http(platform.espaceUrl) });
  const address = log.contract;
  if (!address) throw new Error('the log has no contract');
  const anchored = await client.getLogs({
    address,
    event: parseAbiItem('event CheckpointAnchored(uint64 indexed size, bytes32 indexed root, uint64 index)'),
    fromBlock: 0n,
  });

  // The index went on from where it was: every epoch once, and with them every log that the node has.
  const { progress, totals } = await vi.waitFor(
    async () => {
      const summary = await readJson<Summary>('/api/explorer/summary');
      expect(summary.progress.state).toBe('live');
      return summary;
    },
    { timeout: 60_000, interval: 500 },
  );
  expect(totals.blocks - totals.offPivotBlocks).toBe((progress.indexedEpoch ?? -1) + 1);
  const logs = await client.getLogs({ fromBlock: 0n, toBlock: BigInt(progress.indexedEpoch ?? 0) });
  expect(totals.logs).toBe(logs.length);
  const sizes = anchored.map(({ args }) => Number(args.size));
  expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  const spent = await client.getTransactionCount({ address: log.treasury.address });
  // The deployment, and the one that told the contract its witnesses; or two, when it came between their being added.
  const others = spent - sizes.length;
  expect(others).toBeGreaterThanOrEqual(2);
  expect(others).toBeLessThanOrEqual(4);
  expect(sizes.length).toBeGreaterThanOrEqual(rounds);
  console.log(
    `${load.acknowledged.length} acknowledged, ${load.failures} refused meanwhile, ${sizes.length} checkpoints on the chain, ${shown} shown`,
  );
}, 420_000);
