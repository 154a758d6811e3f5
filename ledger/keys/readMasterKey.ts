import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { keysErrors } from './errors.ts';
import { splitCommand } from './splitCommand.ts';

/** Where the master key comes from; the key itself is never a part of it. */
export type MasterKeySource =
  | { kind: 'file'; file: string }
  | { kind: 'environment' }
  | { kind: 'command'; command: string };

/** The environment variable of `kind: 'environment'`. */
const masterKeyVariable = 'XIANGYU_MASTER_KEY';

const commandSeconds = 30;
const run = promisify(execFile);

/**
 * What a command prints, without a shell: the text is split at blanks, and quotes keep them together. Its output reaches neither
 * a log nor an error. @throws KEYS_SECRET_COMMAND_FAILED
 */
export async function readSecretFromCommand(command: string): Promise<string> {
  const failed = (problem: string) => keysErrors.secretCommandFailed({ problem, seconds: commandSeconds });
  const [program, ...args] = splitCommand(command) ?? [];
  if (!program) throw failed('it is empty or a quote is open');
  try {
    const limits = { timeout: commandSeconds * 1_000, maxBuffer: 64 * 1024, killSignal: 'SIGKILL' as const };
    return (await run(program, args, { ...limits, encoding: 'utf8' })).stdout.trim();
  } catch (error) {
    const { code, killed } = error as { code?: number | string; killed?: boolean };
    if (killed) throw failed('it did not end in time');
    // The message of the error would repeat what the program wrote.
    throw failed(typeof code === 'number' ? `it ended with ${code}` : `it could not be started (${code ?? 'no code'})`);
  }
}

/** Reads a master key as text. @throws KEYS_MASTER_KEY_MISSING, KEYS_SECRET_COMMAND_FAILED */
export async function readMasterKey(source: MasterKeySource): Promise<string> {
  const missing = (problem: string) => keysErrors.masterKeyMissing({ problem });
  const check = (text: string, from: string) => {
    if (!/^[0-9a-f]{64}$/i.test(text)) throw missing(`${from} does not hold 64 hexadecimal digits`);
    return text.toLowerCase();
  };
  if (source.kind === 'command') return check(await readSecretFromCommand(source.command), 'what the command printed');
  if (source.kind === 'environment') {
    return check((process.env[masterKeyVariable] ?? '').trim(), `the variable ${masterKeyVariable}`);
  }
  const text = await readFile(source.file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw missing(`the file ${source.file} cannot be read (${error.code ?? 'unknown'})`);
  });
  return check(text.trim(), `the file ${source.file}`);
}
