import { randomBytes } from 'node:crypto';
import { type Figure, median, whole } from './figures.ts';
import { makeRequest, openClient } from './httpClient.ts';
import type { BenchPlatform } from './startPlatform.ts';

const connections = 64;
const requestsPerRound = 12_000;
const rounds = 3;
const wantedRate = 2_000;

/** Single requests over many connections, each durable before its answer. */
export async function measureSingles({ address, key }: BenchPlatform): Promise<Figure[]> {
  const clients = await Promise.all(Array.from({ length: connections }, () => openClient(address)));
  const rates: number[] = [];
  const latencies: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const requests = Array.from({ length: requestsPerRound }, () =>
      makeRequest({
        address,
        key,
        path: '/evidence',
        body: JSON.stringify({ digest: randomBytes(32).toString('hex') }),
      }),
    );
    const startedAt = performance.now();
    await Promise.all(
      clients.map(async (client) => {
        for (let request = requests.pop(); request; request = requests.pop()) {
          const sentAt = performance.now();
          const status = await client.send(request);
          if (status !== 201) throw new Error(`POST /evidence answered ${status}.`);
          if (round > 0) latencies.push(performance.now() - sentAt);
        }
      }),
    );
    if (round > 0) rates.push((requestsPerRound / (performance.now() - startedAt)) * 1_000);
  }
  for (const client of clients) client.close();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => (latencies[Math.floor(latencies.length * share)] ?? Number.NaN).toFixed(1);
  const rate = median(rates);
  return [
    {
      name: `single POST /evidence over ${connections} connections, each durable`,
      value: `${whole(rate)}/s`,
      goal: `at least ${whole(wantedRate)}/s`,
      met: rate >= wantedRate,
    },
    { name: 'their latency, median and p99', value: `${at(0.5)} ms, ${at(0.99)} ms` },
  ];
}
