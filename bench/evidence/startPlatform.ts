import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { BenchDatabase } from './openDatabase.ts';
import type { PlatformReady } from './platform.ts';

export interface BenchPlatform extends PlatformReady {
  pid: number | undefined;
  /** Memory of the server that is its own, in bytes. */
  readMemory(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the platform under test in a process of its own. */
export async function startPlatform({ url, folder }: BenchDatabase): Promise<BenchPlatform> {
  const child = fork(fileURLToPath(new URL('./platform.ts', import.meta.url)), {
    env: { ...process.env, DATABASE_URL: url, BENCH_FOLDER: folder },
  });
  const next = <T>() =>
    new Promise<T>((resolve, reject) => {
      const fail = (code: number | null) => reject(new Error(`The server ended with code ${code}.`));
      child.once('exit', fail);
      child.once('message', (message) => {
        child.off('exit', fail);
        resolve(message as T);
      });
    });
  const ready = await next<PlatformReady>();
  return {
    ...ready,
    pid: child.pid,
    async readMemory() {
      const answer = next<{ residentBytes: number }>();
      child.send('memory');
      return (await answer).residentBytes;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    },
  };
}
