import type { Store } from '../../store/index.ts';
import type { Figure } from '../evidence/figures.ts';
import { whole } from '../evidence/figures.ts';
import type { BenchPlatform } from '../evidence/startPlatform.ts';
import { chainName } from './fill.ts';
import { between, watchProcessors } from './watchProcessors.ts';
import { eventsPerChain, itemOf, lotOf, stepsPerChain } from './workload.ts';

interface Question {
  name: string;
  path: (chain: string) => string;
  times: number;
  wantedMs?: number;
  /** Throws when the answer is not the one expected. */
  check: (answer: never) => void;
}

const link = (parameters: Record<string, string>) => `/epcis/events?${new URLSearchParams(parameters)}`;

interface Found {
  epcisBody: { queryResults: { resultsBody: { eventList: unknown[] } } };
}
const found = (least: number) => (answer: Found) => {
  const { length } = answer.epcisBody.queryResults.resultsBody.eventList;
  if (length < least) throw new Error(`${length} events answered, not ${least}.`);
};

const questions: Question[] = [
  {
    name: 'MATCH_anyEPC, an item',
    path: (chain) => link({ MATCH_anyEPC: itemOf(chain, 7) }),
    times: 300,
    wantedMs: 20,
    check: found(1),
  },
  {
    name: 'MATCH_anyEPC, a lot',
    path: (chain) => link({ MATCH_anyEPC: lotOf(chain, 5) }),
    times: 300,
    wantedMs: 20,
    check: found(15),
  },
  {
    name: 'MATCH_anyEPC, every item of one product (pattern)',
    path: () => link({ MATCH_anyEPC: 'urn:epc:idpat:sgtin:6901234.000003.*' }),
    times: 5,
    check: found(30),
  },
  {
    name: 'a business transaction of a type',
    path: (chain) => link({ EQ_bizTransaction_po: `urn:epcglobal:cbv:bt:6901234000016:${chain}O3` }),
    times: 200,
    check: found(3),
  },
  {
    name: 'temperature above a limit in kelvin, at a place, in a week',
    path: () =>
      link({
        GE_maxValue_KEL: '278.15',
        EQ_readPoint: 'https://id.gs1.org/414/6901234000108/254/P3',
        GE_eventTime: '2026-01-01T00:00:00Z',
        LT_eventTime: '2026-01-08T00:00:00Z',
      }),
    times: 20,
    check: found(1),
  },
  {
    name: 'a business step, the latest first',
    path: () => link({ EQ_bizStep: 'shipping' }),
    times: 100,
    check: found(30),
  },
  {
    name: `trace-back of a chain, ${stepsPerChain} steps, ${eventsPerChain} events`,
    path: (chain) => `/api/trace/back?${new URLSearchParams({ epc: lotOf(chain, stepsPerChain) })}`,
    times: 100,
    wantedMs: 100,
    check: ({ events }: { events: unknown[] }) => {
      if (events.length !== eventsPerChain) throw new Error(`The chain has ${events.length} events.`);
    },
  },
];

/** Latency over HTTP, one request after the other, each about another chain. */
export async function measureQueries(store: Store, platform: BenchPlatform, chains: number): Promise<Figure[]> {
  const { address, key } = platform;
  const readTime = await watchProcessors(store, platform);
  const [row] = await store.sql<{ events: string }[]>`SELECT count(*) AS events FROM trace.events`;
  const headers = { authorization: `Bearer ${key}` };
  const figures: Figure[] = [{ name: 'events stored', value: whole(Number(row?.events)) }];
  for (const { name, path, times, wantedMs, check } of questions) {
    const took: number[] = [];
    const begun = readTime();
    for (let time = -2; time < times; time += 1) {
      // Spread over all chains, never the same twice in a row.
      const chain = chainName(1 + (((time + 3) * 7919) % (chains - 1)));
      const startedAt = performance.now();
      const response = await fetch(`${address}${path(chain)}`, { headers });
      const answer = await response.json();
      const ms = performance.now() - startedAt;
      if (!response.ok)
        throw new Error(`${path(chain)} answered ${response.status}: ${JSON.stringify(answer).slice(0, 300)}`);
      check(answer as never);
      if (time >= 0) took.push(ms);
    }
    const spent = between(begun, readTime());
    const processorMs = ((spent.server + spent.database) / (times + 2)) * 1_000;
    took.sort((a, b) => a - b);
    const p95 = took[Math.min(took.length - 1, Math.floor(took.length * 0.95))] ?? Number.NaN;
    const p50 = took[Math.floor(took.length / 2)] ?? Number.NaN;
    figures.push({
      name,
      value: `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, processor ${processorMs.toFixed(1)} ms`,
      ...(wantedMs !== undefined && { goal: `p95 under ${wantedMs} ms`, met: p95 < wantedMs }),
    });
  }
  return figures;
}
