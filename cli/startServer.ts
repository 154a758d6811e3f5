import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createStream } from 'rotating-file-stream';
import { XiangyuError } from '../errors.ts';
import { type Logger, type SupervisedProcess, superviseProcess } from '../host/index.ts';
import { masterKeyEnvironment } from './chooseMasterKey.ts';
import type { ServeMessage, ServeParameters } from './serve.ts';

/** What the server says once it is ready. */
export type ServerReady = Extract<ServeMessage, { type: 'ready' }>;

export interface StartServerParameters {
  parameters: Omit<ServeParameters, 'makesSetupToken'>;
  logFolder: string;
  logger: Logger;
  signal: AbortSignal;
}

function waitForReady(child: ChildProcess, signal: AbortSignal): Promise<ServerReady> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    child.on('message', (message: ServeMessage) => {
      if (message.type === 'ready') resolve(message);
      else reject(XiangyuError.revive(message.error));
    });
  });
}

/** Starts the server as a supervised child; its log goes to a file that rotates at 10 MB, five of them kept. */
export async function startServer(
  options: StartServerParameters,
): Promise<{ process: SupervisedProcess; ready: ServerReady }> {
  const { parameters, logFolder, logger, signal } = options;
  const log = createStream('server.log', { path: logFolder, size: '10M', maxFiles: 5 });
  let firstReady: ServerReady | undefined;
  let makesSetupToken = true;
  const process_ = await superviseProcess({
    name: 'server',
    logger,
    signal,
    spawn: () => {
      const given: ServeParameters = { ...parameters, makesSetupToken };
      makesSetupToken = false;
      const child = fork(fileURLToPath(new URL('./main.ts', import.meta.url)), ['serve'], {
        env: { ...process.env, ...masterKeyEnvironment(), XIANGYU_SERVE: JSON.stringify(given) },
        // On a large machine the young generation would grow to 130 MB at rest; this keeps it under 48.
        execArgv: [...process.execArgv, '--max-semi-space-size=16'],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child.stdout?.pipe(log, { end: false });
      child.stderr?.pipe(log, { end: false });
      return child;
    },
    ready: async (child, readySignal) => {
      const ready = await waitForReady(child, readySignal);
      firstReady ??= ready;
    },
    stop: (child) => {
      if (child.connected) child.send({ type: 'stop' });
      else child.kill('SIGTERM');
    },
    stopTimeoutMs: 15_000,
  });
  if (!firstReady) throw new Error(`the server is ready but said nothing; see ${join(logFolder, 'server.log')}`);
  return { process: process_, ready: firstReady };
}
