import { randomBytes } from 'node:crypto';
import { type Figure, whole } from './figures.ts';
import { makeRequest, openClient } from './httpClient.ts';
import type { BenchPlatform } from './startPlatform.ts';

const records = 1_000_000;
const batchSize = 10_000;
const parts = 5;
/** The highest memory while the last part is recorded, to that of the second: the first warms up. */
const wantedGrowth = 1.15;

/** Records a million digests and watches the memory of the server meanwhile. */
export async function measureMemory(platform: BenchPlatform): Promise<Figure[]> {
  const { address, key } = platform;
  const client = await openClient(address);
  const peaks: number[] = [];
  for (let part = 0; part < parts; part += 1) {
    let peak = 0;
    for (let sent = 0; sent < records / parts; sent += batchSize) {
      const items = Array.from({ length: batchSize }, () => ({ digest: randomBytes(32).toString('hex') }));
      const status = await client.send(makeRequest({ address, key, path: '/evidence', body: JSON.stringify(items) }));
      if (status !== 201) throw new Error(`POST /evidence answered ${status}.`);
      peak = Math.max(peak, await platform.readMemory());
    }
    peaks.push(peak);
  }
  client.close();
  const megabytes = peaks.map((bytes) => Math.round(bytes / 2 ** 20));
  const growth = (peaks.at(-1) ?? Number.NaN) / (peaks[1] ?? Number.NaN);
  return [
    {
      name: `server memory while a further ${whole(records)} are recorded, by fifths`,
      value: `${megabytes.join(', ')} MB`,
    },
    {
      name: 'last fifth to second',
      value: growth.toFixed(2),
      goal: `at most ${wantedGrowth}`,
      met: growth <= wantedGrowth,
    },
  ];
}
