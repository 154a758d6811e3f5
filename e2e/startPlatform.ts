import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findFreePort } from '../host/index.ts';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** A whole platform as a user starts it: supervisor, database, node and server in a folder of its own. */
export interface RunningPlatform {
  /** The supervisor's process id. */
  pid: number;
  url: string;
  espaceUrl: string;
  data: string;
  databaseUrl: string;
  output(): string;
  /** The process ids of the platform's children, by what they are, as they are at this moment. */
  findProcess(part: 'server' | 'database' | 'node'): number | null;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
}

export interface StartPlatformParameters {
  data?: string;
  flags?: string[];
}

const signatures = { server: /main\.ts\0serve/, database: /bin\/postgres\0/, node: /nodeHost/ } as const;

function findChild(parent: number, signature: RegExp): number | null {
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const isChild = new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status);
      if (isChild && signature.test(readFileSync(`/proc/${entry}/cmdline`, 'utf8'))) return Number(entry);
    } catch {
      // The process ended while we looked.
    }
  }
  return null;
}

function waitForReady(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output().includes('Press Ctrl-C')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the platform ended with exit code ${code}:\n${output()}`)));
  });
}

/** Starts `xiangyu up` with free ports and waits until it says that it is ready. */
export async function startPlatform({ data, flags = [] }: StartPlatformParameters = {}): Promise<RunningPlatform> {
  const folder = data ?? mkdtempSync(join(tmpdir(), 'xiangyu-e2e-'));
  // When root runs the test, PostgreSQL runs as somebody else, who must be able to pass.
  chmodSync(folder, 0o755);
  const port = await findFreePort();
  const ports = ['--p2p-port', '0', '--core-port', '0', '--espace-port', '0', '--espace-ws-port', '0'];
  const args = [main, 'up', '--data', folder, '--port', String(port), ...ports, '--block-interval', '100', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const pieces: string[] = [];
  const output = () => pieces.join('');
  child.stdout.on('data', (chunk: Buffer) => pieces.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => pieces.push(chunk.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  await waitForReady(child, output);
  const pid = child.pid ?? 0;
  const password = readFileSync(join(folder, 'postgres', 'password'), 'utf8').trim();
  return {
    pid,
    url: `http://127.0.0.1:${port}`,
    espaceUrl: /at (http:\S+)/.exec(output())?.[1] ?? '',
    data: folder,
    databaseUrl: `postgres://xiangyu:${password}@${/PostgreSQL on (\S+)/.exec(output())?.[1]}/postgres`,
    output,
    findProcess: (part) => findChild(pid, signatures[part]),
    async stop() {
      child.kill('SIGINT');
      return exit;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}
