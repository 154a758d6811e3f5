import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { NodePaths } from './buildConfig.ts';
import { classifyLoadError, readOsRelease } from './classifyLoadError.ts';
import { engineErrors } from './errors.ts';
import type { NodeHostReport, NodeHostSettings } from './nodeHost.ts';

/**
 * Starts the process a node lives in. Its output goes to a file, not to a pipe: a pipe would break, and the node with
 * it, while it shuts down after the death of its parent.
 */
export function spawnNode(paths: NodePaths, settings: NodeHostSettings): ChildProcess {
  // The last words of the process before this one stay readable.
  if (existsSync(paths.outputFile)) renameSync(paths.outputFile, paths.previousOutputFile);
  const output = openSync(paths.outputFile, 'w', 0o600);
  try {
    const hostFile = fileURLToPath(new URL('./nodeHost.ts', import.meta.url));
    return fork(hostFile, [JSON.stringify(settings)], {
      execPath: process.execPath,
      execArgv: [],
      stdio: ['ignore', output, output, 'ipc'],
    });
  } finally {
    closeSync(output);
  }
}

/** Asks the node's process to stop cleanly. */
export function stopNodeProcess(child: ChildProcess): void {
  if (child.connected) child.send('stop', () => undefined);
  else child.kill('SIGTERM');
}

/** The node's own last words: what its first thread that panicked said. */
async function readPanic(paths: NodePaths): Promise<string | undefined> {
  const output = await readFile(paths.outputFile, 'utf8').catch(() => '');
  return /panicked at [^\n]*\n([^\n]+)/.exec(output)?.[1]?.slice(0, 500);
}

async function describeFailure(report: NodeHostReport & { type: 'failed' }, paths: NodePaths): Promise<Error> {
  if (report.stage === 'load') return classifyLoadError(report.reason, await readOsRelease());
  const reason = ((await readPanic(paths)) ?? report.reason).replace(/\.$/, '');
  return engineErrors.startFailed({ reason, logFolder: paths.logDir }, { details: { stage: report.stage } });
}

/**
 * Waits for the node's process to say that the node runs.
 * @throws ENGINE_MISSING_LIBRARY, ENGINE_NOT_INSTALLED, ENGINE_UNSUPPORTED_PLATFORM, ENGINE_START_FAILED
 */
export async function waitForReport(child: ChildProcess, paths: NodePaths, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<NodeHostReport | null>();
  const abort = () => reject(signal.reason);
  child.once('message', (message) => resolve(message as NodeHostReport));
  // 'close' comes after the last message, 'exit' may come before it.
  child.once('close', () => resolve(null));
  signal.addEventListener('abort', () => setTimeout(abort, 200), { once: true });
  const report = await promise;
  if (report?.type === 'started') return;
  if (report) throw await describeFailure(report, paths);
  const reason = (await readPanic(paths)) ?? `its process ended with ${child.signalCode ?? child.exitCode}`;
  throw engineErrors.startFailed({ reason, logFolder: paths.logDir });
}
