/**
 * The process that a Conflux node lives in: one node an operating-system process, because the node changes the working
 * directory and sets process-wide globals. Started by `startNode` with its settings as JSON in the first argument.
 */
import { createRequire } from 'node:module';
import { lockFolder } from '../host/index.ts';
import { enginePackage } from './classifyLoadError.ts';
import { watchProgress } from './watchProgress.ts';

/** What the parent tells the host process on its command line: paths only, no secret. */
export interface NodeHostSettings {
  configFile: string;
  chainDir: string;
  logConfigFile: string;
  coreUrl: string;
  /** A producer that makes no block any more is as dead as one that does not answer. */
  mining: boolean;
  stallTimeoutMs: number;
}

/** What the host process tells its parent. */
export type NodeHostReport = { type: 'started' } | { type: 'failed'; stage: 'lock' | 'load' | 'start'; reason: string };

interface ConfluxNode {
  startNode(settings: { configFile: string; confluxDataDir: string; logConf: string }): Promise<void>;
  stopNode(): Promise<void>;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as NodeHostSettings;
const stopTimeoutMs = 20_000;
let starting: Promise<ConfluxNode | null> = Promise.resolve(null);
let stopping = false;

// A terminal sends these to the whole foreground group; the parent alone decides when the node ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('SIGTERM', () => void stop());
process.on('disconnect', () => void stop());
process.on('message', (message) => {
  if (message === 'stop') void stop();
});

function report(message: NodeHostReport): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected && process.send) process.send(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), stopTimeoutMs);
  const node = await starting.catch(() => null);
  await node?.stopNode();
  process.exit(0);
}

async function attempt<T>(stage: 'lock' | 'load' | 'start', step: () => T | Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    await report({ type: 'failed', stage, reason: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

async function start(): Promise<ConfluxNode> {
  const { configFile, chainDir, logConfigFile } = settings;
  // The lock is this process's own: it lasts as long as the node does, even when the parent is gone.
  await attempt('lock', () => lockFolder(chainDir));
  const require = createRequire(import.meta.url);
  const addon = await attempt('load', () => require(enginePackage) as { ConfluxNode: new () => ConfluxNode });
  const node = new addon.ConfluxNode();
  await attempt('start', () => node.startNode({ configFile, confluxDataDir: chainDir, logConf: logConfigFile }));
  await report({ type: 'started' });
  return node;
}

starting = start();
starting
  .then(() => watchProgress(settings))
  .then((reason) => console.error(reason))
  .catch((error: unknown) => console.error(error))
  .finally(() => {
    // A node that failed or hangs may not be able to stop; its data survives a kill.
    if (!stopping) process.kill(process.pid, 'SIGKILL');
  });
