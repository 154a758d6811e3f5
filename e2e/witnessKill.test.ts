import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findFreePort } from '../host/index.ts';
import {
  encodeHex,
  parseCheckpoint,
  parseSignatureLines,
  parseVerifierKey,
  verifyNoteSignature,
} from '../proof/index.ts';
import { addCheckpoint, createTestLog } from '../witness/testing.ts';
import { startWitnessProcess, type WitnessProcess } from './startWitness.ts';

/** How often the witness is killed; 40 for a long run. */
const kills = Number(process.env.WITNESS_KILLS ?? 4);
let seed = Number(process.env.WITNESS_SEED ?? 20261121);
/** A small generator (mulberry32), so that a run can be repeated. */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

interface Cosigned {
  size: number;
  root: string;
  /** Places in one clock of all requests and answers. */
  sentAt: number;
  answeredAt: number;
}

test('a witness killed at any moment never signs two histories nor an older size', { timeout: 600_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), 'xiangyu-witness-kill-'));
  const port = await findFreePort();
  const name = 'witness.example/kill';
  const origin = 'example.com/log';
  const count = 200 + 100 * kills;
  const truth = createTestLog(origin, count);
  const lies = [0, 1, 20, 100].map((fork) => ({ fork, log: createTestLog(origin, count, `lie ${fork}`, fork) }));
  const start = () => startWitnessProcess({ data, name, logs: [truth.verifierKey], port });
  const cosigned: Cosigned[] = [];
  let clock = 0;
  let refused = 0;
  let lost = 0;

  let witness: WitnessProcess = await start();
  const keys = witness.verifierKeys.map(parseVerifierKey);
  expect(keys.length).toBe(3);

  async function send(log: typeof truth, from: number, to: number): Promise<number | null> {
    clock += 1;
    const sentAt = clock;
    try {
      const { status, body } = await addCheckpoint(witness.url, log.request(from, to));
      clock += 1;
      if (status === 409) return Number(body);
      if (status !== 200) {
        refused += 1;
        return null;
      }
      const { note } = parseCheckpoint(log.checkpoint(to));
      const signed = { ...note, signatures: parseSignatureLines(body) };
      for (const key of keys) expect(verifyNoteSignature(signed, key)).toBe(true);
      cosigned.push({ size: to, root: encodeHex(log.root(to)), sentAt, answeredAt: clock });
      return to;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // fetch failed: the witness is being killed
      lost += 1;
      return null;
    }
  }

  let size = (await send(truth, 0, 1)) ?? 1;
  for (let round = 1; round <= kills; round += 1) {
    let driving = true;
    /** The honest log: it grows, learns from 409, and asks again for what it may have missed. */
    const drive = async () => {
      while (driving) {
        const next = Math.min(count, size + (random() < 0.2 ? 0 : 1 + Math.floor(random() * 2)));
        size = (await send(truth, size, next)) ?? size;
      }
    };
    /** Whoever has the log's key and lies, or replays what was. */
    const attack = async () => {
      while (driving) {
        // Only a log that differs in what the witness has seen is a lie to it; before that it is as good as any other.
        const told = lies.filter(({ fork }) => fork < size);
        const liar = told[Math.floor(random() * told.length)]?.log ?? truth;
        const log = random() < 0.3 ? truth : liar;
        const from = Math.max(0, size - Math.floor(random() * 3));
        await send(log, from, Math.min(count, from + Math.floor(random() * 4)));
      }
    };
    const drivers = [drive(), attack(), attack()];
    const before = cosigned.length;
    await expect
      .poll(() => cosigned.length, { interval: 5, timeout: 20_000 })
      .toBeGreaterThan(before + 5 + Math.floor(random() * 25));
    await witness.kill();
    driving = false;
    await Promise.all(drivers);
    witness = await start();
    // What it answered before it died it must still know.
    const known = (await addCheckpoint(witness.url, truth.request(count, count))).body;
    expect(Number(known)).toBeGreaterThanOrEqual(Math.max(...cosigned.map((answer) => answer.size)));
    size = Number(known);
  }
  expect(await witness.stop()).toBe(0);
  await rm(data, { recursive: true });

  const roots = new Map<number, string>();
  for (const { size: at, root } of cosigned) {
    expect(roots.get(at) ?? root, `two roots for size ${at}`).toBe(root);
    roots.set(at, root);
    expect(root, `a lie of size ${at}`).toBe(encodeHex(truth.root(at)));
  }
  let largest = 0;
  const answers = cosigned.toSorted((a, b) => a.answeredAt - b.answeredAt);
  for (const request of cosigned.toSorted((a, b) => a.sentAt - b.sentAt)) {
    for (let [next] = answers; next && next.answeredAt < request.sentAt; [next] = answers) {
      largest = Math.max(largest, next.size);
      answers.shift();
    }
    expect(request.size).toBeGreaterThanOrEqual(largest);
  }
  expect(refused).toBeGreaterThan(0);
  console.info(`${kills} kills: ${cosigned.length} cosigned, ${refused} refused, ${lost} cut off`);
});
