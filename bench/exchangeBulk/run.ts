import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTestWorld } from '../../exchange/identity/testing.ts';
import { findFreePort } from '../../host/index.ts';
import { openDatabase } from '../evidence/openDatabase.ts';
import type { Usage } from './serveParent.ts';
import { startConnector } from './startConnector.ts';

const wantedRate = 200;
const wantedMemory = 300;
const mebibyte = 1024 * 1024;

const { values } = parseArgs({
  options: {
    mebibytes: { type: 'string', default: '1024' },
    rounds: { type: 'string', default: '3' },
    suite: { type: 'string', default: 'aes' },
    /** Where the file is sent from and to. In memory by default: it is the way between connectors that is measured, not the disk. */
    folder: { type: 'string', default: existsSync('/dev/shm') ? '/dev/shm' : tmpdir() },
  },
});
const size = Number(values.mebibytes) * mebibyte;
const rounds = Number(values.rounds);
const suite = values.suite === 'sm' ? 'sm' : 'aes';

/** Bytes that do not repeat within a chunk. */
async function writeBytes(path: string): Promise<void> {
  const block = randomBytes(16 * mebibyte);
  const handle = await open(path, 'w');
  for (let at = 0, number = 0; at < size; at += block.length, number += 1) {
    block.writeUInt32BE(number, 0);
    await handle.write(block, 0, Math.min(block.length, size - at));
  }
  await handle.close();
}

async function digestOf(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const part of createReadStream(path, { highWaterMark: mebibyte })) digest.update(part as Buffer);
  return digest.digest('hex');
}

const rateOf = (ms: number) => size / 1e6 / (ms / 1_000);
const shown = (rate: number) => `${rate.toFixed(0)} MB/s`;
const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

const database = await openDatabase();
const folder = await mkdtemp(join(values.folder, 'xiangyu-bulk-'));
const world = await createTestWorld();
const provider = startConnector(world);
const consumer = startConnector(world);
const plainServer = startConnector(world, 'plain');
const plainClient = startConnector(world, 'plain');
try {
  for (const [slug, connector] of [
    ['civil', provider],
    ['farms', consumer],
  ] as const) {
    await database.store.sql.unsafe(`CREATE DATABASE ${slug}`);
    const url = Object.assign(new URL(database.url), { pathname: `/${slug}` }).href;
    await connector.ask({ do: 'open', slug, url, folder, port: await findFreePort(), suite });
  }
  const sources = join(folder, 'civil', 'sources');
  await mkdir(sources, { recursive: true });
  await writeBytes(join(sources, 'bulk.bin'));
  const digest = await digestOf(join(sources, 'bulk.bin'));
  const dataset = await provider.ask<string>({ do: 'publish', file: 'bulk.bin' });
  const plainUrl = await plainServer.ask<string>({ do: 'serve', file: join(sources, 'bulk.bin') });
  const agreement = await consumer.ask<string>({ do: 'negotiate', provider: 'civil', dataset });
  await provider.ask({ do: 'settle' });

  console.log(
    `${values.mebibytes} MiB from one connector to another, ${rounds} times, suite ${suite}; in ${values.folder}`,
  );
  const plainRates: number[] = [];
  const sealedRates: number[] = [];
  const most = [0, 0, 0, 0];
  const seconds = [0, 0, 0, 0];
  const all = [provider, consumer, plainServer, plainClient];
  const usages = () => Promise.all(all.map((one) => one.ask<Usage>({ do: 'usage' })));
  const atRest = (await usages()).map(({ mostMemory }) => mostMemory / mebibyte);
  for (let round = 1; round <= rounds; round += 1) {
    const before = await usages();
    const plainFile = join(folder, 'plain.bin');
    plainRates.push(rateOf(await plainClient.ask<number>({ do: 'fetch', url: plainUrl, file: plainFile })));
    await rm(plainFile);
    const name = `round-${round}.bin`;
    sealedRates.push(rateOf(await consumer.ask<number>({ do: 'pull', agreement, name })));
    for (const [index, after] of (await usages()).entries()) {
      most[index] = Math.max(most[index] ?? 0, after.mostMemory / mebibyte);
      seconds[index] = (seconds[index] ?? 0) + after.cpuSeconds - (before[index]?.cpuSeconds ?? 0);
    }
    const received = join(folder, 'farms', 'received', name);
    if ((await digestOf(received)) !== digest) throw new Error('What came is not what was sent.');
    await rm(received);
    console.log(
      `  round ${round}: plain HTTP ${shown(plainRates.at(-1) ?? 0)}, sealed ${shown(sealedRates.at(-1) ?? 0)}`,
    );
  }
  const rate = median(sealedRates);
  const ratio = rate / median(plainRates);
  console.log(
    `sealed, recorded and checked: ${shown(rate)} (median), ${(ratio * 100).toFixed(0)} % of plain HTTP of the same bytes`,
  );
  for (const [index, name] of ['provider', 'consumer', 'plain server', 'plain client'].entries()) {
    const perByte = (seconds[index] ?? 0) / ((rounds * size) / 1e6);
    console.log(
      `${name}: ${(perByte * 1_000).toFixed(2)} s of processor time a GB (one processor alone: ${shown(1 / perByte)}); ` +
        `resident ${atRest[index]?.toFixed(0)} MiB at rest, at most ${most[index]?.toFixed(0)} MiB`,
    );
  }
  const fits = rate >= wantedRate && Math.max(most[0] ?? 0, most[1] ?? 0) < wantedMemory;
  console.log(`at least ${wantedRate} MB/s in less than ${wantedMemory} MiB each: ${fits ? 'yes' : 'NO'}`);
  process.exitCode = fits || suite === 'sm' ? 0 : 1;
} finally {
  provider.stop();
  consumer.stop();
  plainServer.stop();
  plainClient.stop();
  await rm(folder, { recursive: true, force: true });
  await database.stop();
}
