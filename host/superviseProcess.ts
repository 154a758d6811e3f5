import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { XiangyuError } from '../errors.ts';
import type { Logger } from './createContext.ts';
import { hostErrors } from './errors.ts';

/** Where a supervised process stands. */
export type SupervisedState = 'starting' | 'ready' | 'backing-off' | 'stopped';

export interface SuperviseProcessParameters {
  name: string;
  logger: Logger;
  signal: AbortSignal;
  /** Makes a new child; called for the first start and every restart. */
  spawn: () => ChildProcess;
  /** Resolves when the child serves. `signal` aborts when the child ends or the supervisor stops. */
  ready: (child: ChildProcess, signal: AbortSignal) => Promise<void>;
  /** Asks a child to end by itself. */
  stop: (child: ChildProcess) => void;
  /** After this long a stopping child is killed. */
  stopTimeoutMs?: number;
  minBackoffMs?: number;
  maxBackoffMs?: number;
}

/** A child process that comes back when it dies. */
export interface SupervisedProcess {
  readonly pid: number | undefined;
  readonly restarts: number;
  readonly state: SupervisedState;
  stop(): Promise<void>;
  /** `ready` after every successful start, `exit` whenever the child is gone. */
  on(event: 'ready' | 'exit', listener: () => void): void;
}

function waitForExit(child: ChildProcess): Promise<string> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(describeExit(child));
  return new Promise((resolve) => {
    child.once('exit', () => resolve(describeExit(child)));
    child.once('error', (error) => resolve(error.message));
  });
}

function describeExit(child: ChildProcess): string {
  return child.signalCode ? `signal ${child.signalCode}` : `exit code ${child.exitCode}`;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/**
 * Starts a child, waits until it serves and restarts it with exponential back-off whenever it ends unasked. Rejects when
 * the first start fails, with the error of `ready` or HOST_PROCESS_FAILED.
 */
export async function superviseProcess(parameters: SuperviseProcessParameters): Promise<SupervisedProcess> {
  const { name, logger, minBackoffMs = 250, maxBackoffMs = 10_000, stopTimeoutMs = 10_000 } = parameters;
  const events = new EventEmitter();
  const stopping = new AbortController();
  let child: ChildProcess | undefined;
  let state: SupervisedState = 'starting';
  let restarts = 0;

  /** One life of the child: started, ready, ended. Resolves to how it ended. */
  async function live(onReady: () => void): Promise<string> {
    const current = parameters.spawn();
    child = current;
    state = 'starting';
    const ended = new AbortController();
    const exit = waitForExit(current).then((outcome) => {
      ended.abort();
      events.emit('exit');
      return outcome;
    });
    try {
      await Promise.race([
        parameters.ready(current, AbortSignal.any([ended.signal, stopping.signal])),
        exit.then((outcome) => Promise.reject(hostErrors.processFailed({ name, outcome }))),
      ]);
    } catch (error) {
      if (!ended.signal.aborted) await end(current, exit);
      else if (!(error instanceof XiangyuError)) throw hostErrors.processFailed({ name, outcome: await exit });
      throw error;
    }
    state = 'ready';
    onReady();
    events.emit('ready');
    return exit;
  }

  async function end(current: ChildProcess, exit: Promise<unknown>): Promise<void> {
    const killer = setTimeout(() => current.kill('SIGKILL'), stopTimeoutMs);
    parameters.stop(current);
    await exit;
    clearTimeout(killer);
  }

  async function keepAlive(firstLife: Promise<string>): Promise<void> {
    let backoffMs = minBackoffMs;
    let life = firstLife;
    while (!stopping.signal.aborted) {
      const bornAt = Date.now();
      const outcome = await life.catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
      if (stopping.signal.aborted) break;
      if (Date.now() - bornAt > maxBackoffMs) backoffMs = minBackoffMs;
      state = 'backing-off';
      logger.warn({ name, outcome, backoffMs }, 'a supervised process ended; it starts again');
      await pause(backoffMs, stopping.signal);
      backoffMs = Math.min(backoffMs * 2, maxBackoffMs);
      if (stopping.signal.aborted) break;
      restarts += 1;
      life = live(() => undefined);
    }
    state = 'stopped';
  }

  let keeper: Promise<void> = Promise.resolve();
  async function stop(): Promise<void> {
    if (!stopping.signal.aborted) {
      stopping.abort();
      if (child) await end(child, waitForExit(child));
    }
    await keeper;
  }
  parameters.signal.throwIfAborted();
  parameters.signal.addEventListener('abort', () => void stop(), { once: true });

  const firstReady = Promise.withResolvers<void>();
  const firstLife = live(firstReady.resolve);
  firstLife.catch(firstReady.reject);
  await firstReady.promise;
  keeper = keepAlive(firstLife);

  return {
    get pid() {
      return child?.pid;
    },
    get restarts() {
      return restarts;
    },
    get state() {
      return state;
    },
    stop,
    on: (event, listener) => void events.on(event, listener),
  };
}
