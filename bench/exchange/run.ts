import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { call, Refused } from './call.ts';
import { apply, approveNext, openQueries, prepareRequest, waitForAgreement } from './negotiate.ts';
import { readMemory, readProcessorTime } from './processorTime.ts';
import { publish } from './publish.ts';
import { seedSource } from './seedSource.ts';
import { sharesOfProfile } from './sharesOfProfile.ts';
import { startConnector } from './startConnector.ts';
import { addMember, startPlatform } from './startPlatform.ts';

const wantedP95Ms = 100;
const atOnce = 16;
const rounds = 5;
const bytesOfAnswer = 10_000;
const matter = 'ECO-FARM';

const { values } = parseArgs({
  options: {
    /** Exchanges one after another. */
    singles: { type: 'string', default: '500' },
    /** Exchanges of those that run at the same time. */
    together: { type: 'string', default: '2000' },
    negotiations: { type: 'string', default: '40' },
    revocations: { type: 'string', default: '5' },
    rows: { type: 'string', default: '100000' },
    /** Print what the connectors' main threads did most. */
    functions: { type: 'boolean', default: false },
  },
});
const [singles, together, negotiations, revocations, rows] = (
  ['singles', 'together', 'negotiations', 'revocations', 'rows'] as const
).map((name) => Number(values[name])) as [number, number, number, number, number];

const part = (list: readonly number[], share: number) =>
  list.toSorted((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? Number.NaN;
const ms = (value: number) => `${value.toFixed(1)} ms`;

/** So many of the same at the same time, until `count` are done. */
async function inLanes(lanes: number, count: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < count; at = next++) await work(at);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

const folder = await mkdtemp(join(tmpdir(), 'xiangyu-bench-exchange-'));
await chmod(folder, 0o711);
const inside = async (name: string) => {
  const path = join(folder, name);
  await mkdir(path);
  return path;
};
const platform = await startPlatform(await inside('platform'), ['--allow-private-urls']);
const platformUrl = platform.operator.url;
const profiles = { market: await inside('profile-market'), agri: await inside('profile-agri') };
const open = async (slug: 'market' | 'agri', zh: string) =>
  startConnector({
    slug,
    apiKey: await addMember(platform, slug, zh),
    platformUrl,
    folder: await inside(slug),
    nodeOptions: ['--cpu-prof', `--cpu-prof-dir=${profiles[slug]}`, '--cpu-prof-interval=2000'],
  });
const [market, agri] = await Promise.all([open('market', '市场监管局'), open('agri', '农业农村局')]);
let stopped = false;
const stop = async () => {
  if (stopped) return;
  stopped = true;
  await Promise.all([market.stop(), agri.stop()]);
  await platform.stop();
};

try {
  const source = await seedSource({
    output: platform.output(),
    folder: join(folder, 'platform'),
    name: 'market',
    rows,
  });
  const described = { name: 'register', kind: 'postgres', ...source };
  const dataset = await publish(market, 'table', described, 'public.producers');
  const request = await prepareRequest(agri, { provider: 'market', dataset, matter, timesADay: null });
  const application = await apply(agri, request);
  await approveNext(market);
  const agreement = await waitForAgreement(agri, application, true);
  const transfer = await openQueries(agri, agreement, matter);
  const exchange = (at: number, limit: number) =>
    call<{ rows: object[] }>(agri.admin, `/api/exchange/transfers/${transfer}/query`, {
      ...{ purpose: matter, caseNumber: `BENCH-${at}`, limit },
      filter: { column: 'field_group', is: 'eq', value: at % Math.floor(rows / 100) },
    });
  const [sample] = (await exchange(0, 1)).rows;
  const limit = Math.min(100, Math.ceil(bytesOfAnswer / JSON.stringify(sample).length));
  const size = JSON.stringify((await exchange(1, limit)).rows).length;
  for (let at = 0; at < 50; at += 1) await exchange(at, limit);

  console.log(
    `exchanges of ${limit} rows (${size} bytes as JSON) under one grant; every commit of both sides waits for the disk;\n` +
      `${availableParallelism()} processors, on which ${loadavg()[0]?.toFixed(0)} processes wanted to run in the last minute`,
  );
  // The median of rounds, so that what else runs on the machine for a moment does not count.
  const singly: number[][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const times: number[] = [];
    for (let at = 0; at < singles / rounds; at += 1) {
      const startedAt = performance.now();
      await exchange(at, limit);
      times.push(performance.now() - startedAt);
    }
    singly.push(times);
  }
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) =>
    part(
      singly.map((times) => part(times, share)),
      0.5,
    ),
  ) as [number, number, number];
  console.log(
    `one after another: p50 ${ms(p50)}, p95 ${ms(p95)}, p99 ${ms(p99)} (median of ${rounds} rounds of ${Math.ceil(singles / rounds)})`,
  );

  const before = [market.pid, agri.pid, platform.pid].map(readProcessorTime);
  const from = process.hrtime.bigint();
  const busy: number[] = [];
  await inLanes(atOnce, together, async (at) => {
    const startedAt = performance.now();
    await exchange(at, limit);
    busy.push(performance.now() - startedAt);
  });
  const until = process.hrtime.bigint();
  const seconds = Number(until - from) / 1e9;
  const after = [market.pid, agri.pid, platform.pid].map(readProcessorTime);
  console.log(
    `${atOnce} at once: ${(together / seconds).toFixed(1)} exchanges/s, p50 ${ms(part(busy, 0.5))}, p95 ${ms(part(busy, 0.95))}`,
  );
  console.log(
    `resident: provider ${readMemory(market.pid).toFixed(0)} MiB, consumer ${readMemory(agri.pid).toFixed(0)} MiB`,
  );
  const taken = after.map((time, at) => ({
    own: time.own - (before[at]?.own ?? 0),
    database: time.database - (before[at]?.database ?? 0),
    others: time.others - (before[at]?.others ?? 0),
  }));

  // Each for a matter of its own, so that nothing is covered by what was granted before.
  const codes = Array.from({ length: negotiations }, (_, at) => `MATTER-${at}`);
  for (const code of codes) {
    const terms = { ways: ['rows'], perDay: 1_000_000, longestDays: 200, until: null };
    const rule = { consumer: 'agri', dataset: dataset.id, items: dataset.items, matter: code, ...terms };
    await call(market.admin, '/api/exchange/rules', rule);
  }
  const requests = await Promise.all(
    codes.map((code) => prepareRequest(agri, { provider: 'market', dataset, matter: code, timesADay: 1_000 })),
  );
  const negotiatedAt = performance.now();
  const agreements: string[] = [];
  await inLanes(8, negotiations, async (at) => {
    agreements.push(await waitForAgreement(agri, await apply(agri, requests[at] ?? {})));
  });
  const negotiating = (performance.now() - negotiatedAt) / 1_000;
  console.log(
    `negotiations by a standing rule, request to agreement, 8 at once: ${(negotiations / negotiating).toFixed(1)}/s`,
  );

  const delays: number[] = [];
  const onChain: number[] = [];
  const blocks: number[] = [];
  for (let round = 0; round < revocations; round += 1) {
    const code = `MATTER-${round}`;
    const held = await waitForAgreement(agri, await apply(agri, requests[round] ?? {}), true);
    const running = await openQueries(agri, held, code);
    const ask = () =>
      call(agri.admin, `/api/exchange/transfers/${running}/query`, { purpose: code, caseNumber: 'BENCH-R', limit: 1 });
    await ask();
    const { items } = await call<{ items: { id: string; agreement: string }[] }>(
      market.admin,
      '/api/exchange/grants?role=provider&perPage=100',
    );
    const id = items.find((grant) => grant.agreement === held)?.id ?? '';
    const height = async () => (await call<{ height: number }>(platform.operator, '/api/network')).height;
    const heightBefore = await height();
    const revokedAt = performance.now();
    const revoking = call(market.admin, `/api/exchange/grants/${id}/revoke`, { reason: 'bench' });
    while (
      await ask().then(
        () => true,
        (error: unknown) => !(error instanceof Refused),
      )
    );
    delays.push((performance.now() - revokedAt) / 1_000);
    await revoking;
    for (;;) {
      const facts = await call<{ onChain: { stage: number; blockNumber: number } | null }>(
        market.admin,
        `/api/exchange/grants/${id}`,
      );
      if (facts.onChain?.stage === 2) {
        onChain.push((performance.now() - revokedAt) / 1_000);
        blocks.push(facts.onChain.blockNumber - heightBefore);
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  console.log(
    `revocation to the first refusal: median ${part(delays, 0.5).toFixed(3)} s, at most ${Math.max(...delays).toFixed(3)} s, 0 blocks (the provider refuses before the chain knows)`,
  );
  console.log(
    `revocation to its state on the chain: median ${part(onChain, 0.5).toFixed(1)} s, ${part(blocks, 0.5)} blocks; at most ${Math.max(...onChain).toFixed(1)} s, ${Math.max(...blocks)} blocks`,
  );

  await stop();
  const whole = new Map<string, number>();
  const add = (kind: string, value: number) => whole.set(kind, (whole.get(kind) ?? 0) + value);
  for (const [at, slug] of (['market', 'agri'] as const).entries()) {
    const { shares, functions } = await sharesOfProfile(profiles[slug], from, until);
    if (values.functions) {
      console.log(`\n${slug}`);
      for (const [name, value] of [...functions].sort((a, b) => b[1] - a[1]).slice(0, 30))
        console.log(`  ${((value / together) * 1_000).toFixed(2).padStart(7)} ms  ${name}`);
    }
    shares.delete('idle');
    const own = taken[at]?.own ?? 0;
    const running = [...shares.values()].reduce((total, value) => total + value, 0);
    // Samples also fall into time in which the system ran something else: what the process really took counts.
    const scale = Math.min(1, own / running);
    for (const [kind, value] of shares) add(kind, value * scale);
    // What it took beyond its main thread: asynchronous cryptography, collectors, compilers.
    add('other threads', own - running * scale);
    add('database', taken[at]?.database ?? 0);
  }
  add('database', taken[2]?.database ?? 0);
  const sum = [...whole.values()].reduce((total, value) => total + value, 0);
  console.log(
    `\nprocessor time of both connectors and the databases with ${atOnce} at once: ${((sum / together) * 1_000).toFixed(1)} ms an exchange`,
  );
  for (const [kind, value] of [...whole].sort((a, b) => b[1] - a[1]))
    console.log(
      `  ${kind.padEnd(24)} ${((value / sum) * 100).toFixed(1).padStart(5)} %  ${((value / together) * 1_000).toFixed(2).padStart(7)} ms`,
    );
  console.log(
    `  (platform and chain node beside it: ${(((taken[2]?.own ?? 0) + (taken[2]?.others ?? 0)) / seconds).toFixed(2)} processors)`,
  );
  const fits = p95 < wantedP95Ms;
  console.log(`p95 under ${wantedP95Ms} ms: ${fits ? 'yes' : 'NO'}`);
  process.exitCode = fits ? 0 : 1;
} finally {
  await stop();
  await rm(folder, { recursive: true, force: true });
}
