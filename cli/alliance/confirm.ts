import { createInterface } from 'node:readline/promises';
import { isDeepStrictEqual } from 'node:util';
import { governErrors } from './errors.ts';
import type { PreparedData } from './platform.ts';

/** Shows what is about to be signed and asks; with `yes` it only shows. @throws CLI_ALLIANCE_NOT_CONFIRMED */
export async function confirm(
  title: string,
  lines: readonly (readonly [string, unknown])[],
  yes = false,
): Promise<void> {
  console.log(`\n${title}\n`);
  for (const [name, value] of lines) {
    if (value !== null && value !== undefined && value !== '') console.log(`  ${name.padEnd(16)} ${String(value)}`);
  }
  console.log('');
  if (yes) return;
  if (!process.stdin.isTTY) throw governErrors.notConfirmed();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Sign this? (yes/no) ');
  terminal.close();
  if (!['yes', 'y', '是'].includes(answer.trim().toLowerCase())) throw governErrors.notConfirmed();
}

/**
 * Compares what the platform prepared with what this program makes of the request itself, so that a platform cannot have something
 * else signed. @throws CLI_ALLIANCE_PREPARED_WRONG
 */
export function requireSame(prepared: PreparedData, own: PreparedData): void {
  const plain = (data: PreparedData) => JSON.parse(JSON.stringify(data).toLowerCase()) as unknown;
  if (!isDeepStrictEqual(plain(prepared), plain(own))) {
    throw governErrors.preparedWrong({ problem: `the ${own.primaryType} to sign is not what you asked for` });
  }
}

/** The nonce in what was prepared; the chain refuses a wrong one, so that it may come from the platform. */
export function readNonce({ message }: PreparedData): bigint {
  const { nonce } = message;
  if (typeof nonce !== 'string' || !/^\d{1,20}$/.test(nonce)) {
    throw governErrors.preparedWrong({ problem: 'it has no nonce' });
  }
  return BigInt(nonce);
}
