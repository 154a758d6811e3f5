import { loadDemo, loadExchangeDemo } from '../demo/index.ts';
import type { SerializedError } from '../errors.ts';
import { XiangyuError } from '../errors.ts';
import { createContext, type LogLevel } from '../host/index.ts';
import { type ServeOptions, serve as serveHttp } from '../server/index.ts';
import { exitCodes } from './errors.ts';

/** What the server process is given; secrets are named by their files only. */
export interface ServeParameters extends ServeOptions {
  logLevel: LogLevel;
  /** False when the server comes back after a crash: the link that was printed at the start must stay good. */
  makesSetupToken: boolean;
}

/** What the server process tells the process that started it. */
export type ServeMessage =
  | { type: 'ready'; address: string; setupToken: string | null; demoPaths: string[]; treasuryAddress: string }
  | { type: 'failed'; error: SerializedError };

function tellParent(message: ServeMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

/** Resolves when the parent asks the server to end, dies, or a terminator's signal comes. */
function waitForEnd(): Promise<void> {
  // Ctrl-C in a terminal reaches every process; the parent stops us in its order.
  process.on('SIGINT', () => undefined);
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('disconnect', () => resolve());
    process.on('message', (message: { type?: string }) => {
      if (message.type === 'stop') resolve();
    });
  });
}

/** The server process: HTTP and the background roles, until told to end. Its parameters come as JSON in XIANGYU_SERVE. */
export async function serve(): Promise<number> {
  const end = waitForEnd();
  const parameters = JSON.parse(process.env.XIANGYU_SERVE ?? '{}') as ServeParameters;
  const stopping = new AbortController();
  const context = createContext({ level: parameters.logLevel, signal: stopping.signal });
  try {
    const running = await serveHttp(parameters, context);
    const demoPaths = parameters.demo
      ? (await loadDemo({ ...running, now: new Date(), logger: context.logger })).paths
      : [];
    const setupToken = parameters.makesSetupToken ? await running.alliance.createSetupToken() : null;
    const { address, ledger } = running;
    await tellParent({ type: 'ready', address, setupToken, demoPaths, treasuryAddress: ledger.treasuryAddress });
    // It waits for other roles and for the chain, so that nobody waits for it.
    const demonstrating = new AbortController();
    const { signal } = demonstrating;
    const { databaseUrl } = parameters;
    const demonstration = parameters.demo
      ? loadExchangeDemo({ ...running, databaseUrl, now: new Date(), logger: context.logger, signal })
      : null;
    await end;
    demonstrating.abort();
    await demonstration;
    await running.close();
    stopping.abort();
    return exitCodes.ok;
  } catch (error) {
    context.logger.fatal({ err: error }, 'the server could not start');
    if (error instanceof XiangyuError) await tellParent({ type: 'failed', error: error.serialize() });
    return exitCodes.internal;
  }
}
