import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { type SupervisedProcess, superviseProcess } from './superviseProcess.ts';

const logger = pino({ level: 'silent' });
const running: SupervisedProcess[] = [];
afterEach(async () => {
  for (const supervised of running.splice(0)) await supervised.stop();
});

/** A child that says a word on standard output when it serves. */
const serving = () =>
  spawn(process.execPath, ['-e', 'process.stdout.write("up"); setInterval(() => {}, 1e6)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
const saysUp = async (child: ChildProcess, signal: AbortSignal) => {
  if (child.stdout) await once(child.stdout, 'data', { signal });
};
const stop = (child: ChildProcess) => void child.kill('SIGTERM');

test('a killed child comes back with another pid', async () => {
  const supervised = await superviseProcess({
    name: 'child',
    logger,
    signal: new AbortController().signal,
    spawn: serving,
    ready: saysUp,
    stop,
    minBackoffMs: 10,
  });
  running.push(supervised);
  const first = supervised.pid;
  expect(supervised.state).toBe('ready');
  if (first) process.kill(first, 'SIGKILL');
  await vi.waitFor(() => {
    expect(supervised.restarts).toBe(1);
    expect(supervised.state).toBe('ready');
  });
  expect(supervised.pid).not.toBe(first);
});

test('a first start that fails is reported with its outcome', async () => {
  const start = superviseProcess({
    name: 'broken',
    logger,
    signal: new AbortController().signal,
    spawn: () => spawn(process.execPath, ['-e', 'process.exit(3)']),
    ready: (_, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    stop,
  });
  await expect(start).rejects.toMatchObject({ code: 'HOST_PROCESS_FAILED' });
});

test('a child that ignores the request to end is killed', async () => {
  const supervised = await superviseProcess({
    name: 'stubborn',
    logger,
    signal: new AbortController().signal,
    spawn: () =>
      spawn(
        process.execPath,
        ['-e', 'process.on("SIGTERM", () => {}); process.stdout.write("up"); setInterval(() => {}, 1e6)'],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      ),
    ready: saysUp,
    stop,
    stopTimeoutMs: 50,
  });
  await supervised.stop();
  expect(supervised.state).toBe('stopped');
});
