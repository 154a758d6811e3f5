import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureWritableFolder, lockFolder, type SupervisedProcess, superviseProcess } from '../host/index.ts';
import { layoutPaths } from './buildConfig.ts';
import { describeChain, refuseForeignData, writeChainRecord } from './chainRecord.ts';
import { choosePorts } from './choosePorts.ts';
import { assertSupportedPlatform } from './classifyLoadError.ts';
import { coreCall } from './coreCall.ts';
import { engineErrors } from './errors.ts';
import { assertValidOptions, type Hex, type NodeOptions } from './nodeOptions.ts';
import { spawnNode, stopNodeProcess, waitForReport } from './spawnNode.ts';
import { waitUntilReady } from './waitUntilReady.ts';
import { writeConfig } from './writeConfig.ts';

/** A Conflux node that this process started and keeps alive. */
export interface RunningNode {
  /** On 127.0.0.1; the node also serves this port on every other interface. */
  readonly espaceUrl: string;
  readonly espaceWsUrl: string;
  /** Reachable from this machine only; has every method set. */
  readonly coreUrl: string;
  /** `cfxnode://…`, for the `bootnodes` of other nodes. */
  readonly nodeUrl: string;
  readonly genesisHash: Hex;
  readonly dataDir: string;
  readonly process: SupervisedProcess;
  /** Stops the node cleanly and frees its folder. */
  stop(): Promise<void>;
}

/** Without any progress for this long, a running node is killed and started again. */
const stallTimeoutMs = 120_000;

/** A node whose parent was killed needs a few seconds to stop; the next start waits for it instead of failing. */
async function waitForOrphan(chainDir: string, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + 25_000;
  for (;;) {
    try {
      return await (await lockFolder(chainDir)).release();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(200, undefined, { signal });
    }
  }
}

async function readGenesisHash(coreUrl: string, signal: AbortSignal): Promise<Hex> {
  const block = await coreCall<{ hash: Hex }>(coreUrl, 'cfx_getBlockByEpochNumber', ['0x0', false], { signal });
  return block.hash;
}

function refuseOtherGenesis({ expectedGenesisHash: expected }: NodeOptions, actual: Hex): void {
  if (expected !== undefined && actual !== expected) throw engineErrors.otherGenesis({ actual, expected });
}

/**
 * Starts a Conflux node in a process of its own and waits until it serves; restarts it when it crashes or hangs.
 * Aborting `signal` stops it.
 * @throws every ENGINE_ error of starting; HOST_FOLDER_IN_USE, HOST_FOLDER_NOT_WRITABLE, HOST_PROCESS_FAILED
 */
export async function startNode(options: NodeOptions): Promise<RunningNode> {
  assertSupportedPlatform();
  assertValidOptions(options);
  const { logger, signal, mining, onProgress } = options;
  const paths = layoutPaths(resolve(options.dataDir));
  const chain = describeChain(options);
  const known = await refuseForeignData(paths.dataDir, chain);
  // A folder that was started before knows its first block without another start.
  if (known?.genesisHash) refuseOtherGenesis(options, known.genesisHash);
  await ensureWritableFolder(paths.dataDir);
  const lock = await lockFolder(paths.dataDir);
  let supervised: SupervisedProcess | undefined;
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= Promise.resolve(supervised?.stop()).finally(() => lock.release());
    return stopped;
  };
  try {
    // Again under the lock: another start may have been faster.
    const kept = await refuseForeignData(paths.dataDir, chain);
    if (!kept) await writeChainRecord(paths.dataDir, chain);
    await mkdir(paths.chainDir, { recursive: true, mode: 0o700 });
    await waitForOrphan(paths.chainDir, signal);
    const ports = await choosePorts(options.ports, resolve(paths.dataDir, 'ports.json'));
    const nodeUrl = await writeConfig(options, paths, ports);
    const coreUrl = `http://127.0.0.1:${ports.coreLocal}`;
    const espaceUrl = `http://127.0.0.1:${ports.espaceHttp}`;
    const { configFile, chainDir, logConfigFile } = paths;
    supervised = await superviseProcess({
      name: 'conflux-node',
      logger,
      signal,
      spawn: () => spawnNode(paths, { configFile, chainDir, logConfigFile, coreUrl, mining, stallTimeoutMs }),
      ready: async (child, ended) => {
        await waitForReport(child, paths, ended);
        await waitUntilReady({ coreUrl, espaceUrl, mining, signal: ended, ...(onProgress ? { onProgress } : {}) });
      },
      stop: stopNodeProcess,
      stopTimeoutMs: 25_000,
    });
    const genesisHash = await readGenesisHash(coreUrl, signal);
    refuseOtherGenesis(options, genesisHash);
    await refuseForeignData(paths.dataDir, { ...chain, genesisHash });
    await writeChainRecord(paths.dataDir, { ...chain, genesisHash });
    signal.addEventListener('abort', () => void stop(), { once: true });
    logger.info({ pid: supervised.pid, ports, mining, genesisHash }, 'the Conflux node is ready');
    const espaceWsUrl = `ws://127.0.0.1:${ports.espaceWs}`;
    const { dataDir } = paths;
    return { espaceUrl, espaceWsUrl, coreUrl, nodeUrl, genesisHash, dataDir, process: supervised, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
