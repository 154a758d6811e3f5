import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Abi } from 'viem';
import { indexErrors } from '../errors.ts';

/** The part of solc's standard JSON output that verification needs. */
export interface CompilerOutput {
  errors?: { severity: string; formattedMessage: string }[];
  contracts?: Record<string, Record<string, CompiledCode>>;
}

/** Places in code, in bytes. */
export type CodeReference = { start: number; length: number };

export interface CompiledCode {
  abi: Abi;
  evm: {
    deployedBytecode: {
      /** Hexadecimal without 0x; libraries that are not linked stand as placeholders. */
      object: string;
      immutableReferences?: Record<string, CodeReference[]>;
      linkReferences?: Record<string, Record<string, CodeReference[]>>;
    };
  };
}

export interface CompileLimits {
  timeoutMs?: number;
  memoryBytes?: number;
  signal?: AbortSignal;
}

const watchMs = 200;
const pageBytes = 4_096;

/** The version of the compiler that is installed; there is no other. */
export function installedCompiler(): string {
  const { version } = createRequire(import.meta.url)('solc/package.json') as { version: string };
  return version;
}

async function readResident(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(statm.split(' ')[1] ?? 0) * pageBytes;
}

/**
 * Runs solc on a standard JSON input in a process of its own, which is killed when it takes too long or too much memory.
 * @throws INDEX_COMPILER_LIMIT, INDEX_COMPILER_FAILED
 */
export async function compileSource(input: object, limits: CompileLimits = {}): Promise<CompilerOutput> {
  const { timeoutMs = 60_000, memoryBytes = 1_500_000_000, signal } = limits;
  const worker = fork(fileURLToPath(new URL('./compileWorker.ts', import.meta.url)), {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: ['--max-old-space-size=1024'],
    // Nothing of the platform's environment, which holds secrets, reaches the compiler.
    env: {},
  });
  try {
    return await new Promise<CompilerOutput>((resolve, reject) => {
      const tooLong = setTimeout(() => {
        const seconds = Math.round(timeoutMs / 1_000);
        reject(indexErrors.compilerLimit({ limit: `${seconds} seconds` }, { zh: { limit: `${seconds} 秒` } }));
      }, timeoutMs);
      const watching = setInterval(() => {
        void readResident(worker.pid).then((resident) => {
          if (resident <= memoryBytes) return;
          const megabytes = Math.round(memoryBytes / 1e6);
          const zh = { limit: `${megabytes} MB 内存` };
          reject(indexErrors.compilerLimit({ limit: `${megabytes} MB of memory` }, { zh }));
        });
      }, watchMs);
      const end = () => {
        clearTimeout(tooLong);
        clearInterval(watching);
      };
      worker.once('message', ({ output }: { output: string }) => {
        end();
        resolve(JSON.parse(output) as CompilerOutput);
      });
      worker.once('exit', (code) => {
        end();
        const zh = { problem: `其进程以 ${code} 结束` };
        reject(indexErrors.compilerFailed({ problem: `its process ended with ${code}` }, { zh }));
      });
      worker.once('error', (error) => {
        end();
        reject(indexErrors.compilerFailed({ problem: error.message }));
      });
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.send(JSON.stringify(input));
    });
  } finally {
    worker.kill('SIGKILL');
  }
}
