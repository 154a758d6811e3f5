import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Hex } from 'viem';
import type { Store } from '../../store/index.ts';
import { sink } from './flood.ts';
import type { PlatformReady, PlatformUsage } from './platform.ts';

/** The platform under test. */
export interface BenchPlatform {
  /** Makes keys that sign for the bench; gives their addresses. */
  makeSigners(count: number): Promise<Hex[]>;
  /** The same transfers through the HTTP API; gives transactions a second until all are known to be executed. */
  send(signers: readonly Hex[], each: number, round: number): Promise<number>;
  /** Processor time that the server took since the last question. */
  readProcessorMs(): Promise<number>;
  stop(): Promise<void>;
}

const submitSize = 500;
const connections = 2;

/** Starts the platform in a process of its own. */
export async function startPlatform(env: Record<string, string>, store: Store): Promise<BenchPlatform> {
  const child = fork(fileURLToPath(new URL('./platform.ts', import.meta.url)), { env: { ...process.env, ...env } });
  const next = async <T>() => {
    const ended = once(child, 'exit').then(() => {
      throw new Error('The server ended.');
    });
    const [message] = await Promise.race([once(child, 'message'), ended]);
    return message as T;
  };
  const { address, key } = await next<PlatformReady>();
  async function post<Answer>(path: string, body: unknown): Promise<Answer> {
    const response = await fetch(new URL(path, address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  return {
    async makeSigners(count) {
      const made: Hex[] = [];
      for (let at = 0; at < count; at += 1) {
        const name = `signer ${Date.now()} ${at}`;
        made.push((await post<{ address: Hex }>('/api/wallets/keys', { name })).address.toLowerCase() as Hex);
      }
      return made;
    },
    async send(signers, each, round) {
      const bodies = Array.from({ length: each }, (_, at) =>
        signers.map((signer) => ({
          kind: 'transfer',
          signer,
          to: sink,
          value: '1',
          idempotencyKey: `${round}/${signer}/${at}`,
        })),
      ).flat();
      const total = bodies.length;
      const startedAt = performance.now();
      await Promise.all(
        Array.from({ length: connections }, async () => {
          for (let part = bodies.splice(0, submitSize); part.length > 0; part = bodies.splice(0, submitSize)) {
            await post('/transactions/batch', { transactions: part });
          }
        }),
      );
      for (;;) {
        const [left] = await store.sql<{ left: boolean }[]>`
          SELECT EXISTS (SELECT FROM ledger.transactions
            WHERE tenant = 'bench' AND state IN ('queued', 'signed', 'broadcast', 'packed')) AS left`;
        if (!left?.left) break;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return total / ((performance.now() - startedAt) / 1000);
    },
    async readProcessorMs() {
      const answer = next<PlatformUsage>();
      child.send('usage');
      return (await answer).processorMs;
    },
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
