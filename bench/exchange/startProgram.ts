import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

/** A command of `xiangyu` that runs on, in a process of its own. */
export interface RunningProgram {
  pid: number;
  output(): string;
  stop(): Promise<void>;
}

export interface StartProgramParameters {
  args: string[];
  /** What it prints once it serves. */
  ready: string;
  env?: Record<string, string>;
  /** Options of Node itself, such as `--cpu-prof`. */
  nodeOptions?: string[];
}

function waitForText(child: ChildProcess, output: () => string, ready: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', () => output().includes(ready) && resolve());
    child.once('exit', (code) => reject(new Error(`It ended with exit code ${code}:\n${output()}`)));
  });
}

/** Starts a command as a user does and waits until it serves. */
export async function startProgram({
  args,
  ready,
  env,
  nodeOptions = [],
}: StartProgramParameters): Promise<RunningProgram> {
  const child = spawn(process.execPath, [...nodeOptions, main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const pieces: string[] = [];
  const output = () => pieces.join('');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => pieces.push(String(part)));
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await waitForText(child, output, ready);
  return {
    pid: child.pid ?? 0,
    output,
    async stop() {
      child.kill('SIGINT');
      await exit;
    },
  };
}
