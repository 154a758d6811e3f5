import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { destination } from 'pino';
import { type Context, createContext, isPortFree, type LogLevel, lockFolder } from '../host/index.ts';
import { bringUpChain, bringUpDatabase, bringUpServer, type Undo } from './bringUp.ts';
import { buildConsole } from './buildConsole.ts';
import { chooseDataFolder } from './chooseDataFolder.ts';
import { holdMasterKey } from './chooseMasterKey.ts';
import { cliErrors, exitCodes } from './errors.ts';
import type { Options } from './options/optionTable.ts';
import { printProgress } from './printProgress.ts';
import { printWelcome } from './printWelcome.ts';
import type { ServerReady } from './startServer.ts';

/** Resolves at the first Ctrl-C or request to end; later ones change nothing, since stopping is under way. */
function waitForEnd(): Promise<null> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(null));
  });
}

async function openData(
  options: Options,
  signal: AbortSignal,
  undo: Undo[],
): Promise<{ data: string; context: Context }> {
  const data = await chooseDataFolder(options.data, options['database-url'] === null);
  const lock = await lockFolder(data);
  undo.push(() => lock.release());
  if (!(await isPortFree(options.port, options.host))) {
    throw cliErrors.portTaken({ port: options.port, host: options.host });
  }
  const logs = join(data, 'logs');
  await mkdir(logs, { recursive: true, mode: 0o700 });
  const context = createContext({
    level: options['log-level'] as LogLevel,
    signal,
    destination: destination({ dest: join(logs, 'supervisor.log'), sync: true }),
  });
  return { data, context };
}

async function bringUp(options: Options, data: string, context: Context, undo: Undo[]): Promise<ServerReady> {
  const [databaseUrl, chain] = await Promise.all([
    bringUpDatabase(options, data, context, undo),
    bringUpChain(options, data, context, undo),
    printProgress('console', buildConsole, (outcome) => outcome),
  ]);
  const server = await bringUpServer(options, data, context, databaseUrl, chain);
  undo.push(() => server.process.stop());
  return server.ready;
}

/** Brings up database, node, console and platform, and keeps them up until it is told to end. */
export async function up(options: Options): Promise<number> {
  const end = waitForEnd();
  holdMasterKey();
  const startedAt = performance.now();
  const stopping = new AbortController();
  const undo: Undo[] = [];
  console.log('\nXiangyu 湘渝\n');
  try {
    const { data, context } = await openData(options, stopping.signal, undo);
    const starting = bringUp(options, data, context, undo);
    const ready = await Promise.race([starting, end]);
    if (ready) {
      printWelcome({
        ready,
        data,
        seconds: (performance.now() - startedAt) / 1000,
        ownsChain: options.rpc === null,
      });
      await end;
    } else {
      stopping.abort();
      await starting.catch(() => undefined);
    }
    return exitCodes.ok;
  } catch (error) {
    // A part failed: the parts that are still starting must not outlive us.
    stopping.abort();
    throw error;
  } finally {
    console.log('\nStopping …');
    for (const step of undo.reverse()) await step();
    stopping.abort();
    console.log('Stopped.');
  }
}
