import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));

/** A witness as its operator starts it, in a process of its own. */
export interface WitnessProcess {
  url: string;
  verifierKeys: string[];
  /** What it prints for the operator of a log to enter. */
  entry: unknown;
  output(): string;
  /** Asks it to end; gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

export interface StartWitnessProcessParameters {
  data: string;
  name: string;
  logs: string[];
  port: number;
}

/** Runs `xiangyu witness` and waits until it says that it answers. */
export async function startWitnessProcess(parameters: StartWitnessProcessParameters): Promise<WitnessProcess> {
  const { data, name, logs, port } = parameters;
  const args = [
    '--data',
    data,
    '--name',
    name,
    '--listen',
    `127.0.0.1:${port}`,
    ...logs.flatMap((key) => ['--log', key]),
  ];
  const child: ChildProcess = spawn(process.execPath, [main, 'witness', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output.includes('Ctrl-C stops it')) resolve();
    });
    exited.then(([code]) => reject(new Error(`the witness ended with exit code ${code}:\n${output}`)));
  });
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    const [code] = await exited;
    return code;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    verifierKeys: [...output.matchAll(/^ {2}\S+ key\s+(\S+)$/gm)].map(([, key = '']) => key),
    entry: JSON.parse(/^\{\n[\s\S]*?^\}$/m.exec(output)?.[0] ?? '{}'),
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}
