import { chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hex } from 'viem';
import { generatePrivateKey, type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts';
import { openKeystore, writeKeystore } from '../../ledger/index.ts';
import { cliErrors } from '../errors.ts';
import { type PasswordOptions, readPassword } from '../keys/readPassword.ts';
import { governErrors } from './errors.ts';

/** Where a member keeps its voting key; nobody else needs to see this folder. */
export interface FolderOptions extends PasswordOptions {
  folder: string;
}

const present = 'voting-key.json';
/** A key that takes the present one's place once the alliance knows it. */
const coming = 'voting-key.next.json';

async function readFileIn(folder: string, name: string): Promise<string | null> {
  return readFile(join(folder, name), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw cliErrors.fileUnreadable({ file: join(folder, name) }, { cause: error });
  });
}

const addressIn = (text: string): Hex => {
  const { address = '' } = JSON.parse(text) as { address?: string };
  return `0x${address.replace(/^0x/, '').toLowerCase()}`;
};

async function makeKey(folder: string, name: string, password: string): Promise<PrivateKeyAccount> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const privateKey = generatePrivateKey();
  const account = privateKeyToAccount(privateKey);
  const keystore = await writeKeystore(Buffer.from(privateKey.slice(2), 'hex'), { password, address: account.address });
  const file = join(folder, name);
  // A whole file or none: half a key is none.
  await writeFile(`${file}.part`, `${JSON.stringify(keystore, null, 2)}\n`, { mode: 0o600 }).catch((cause: unknown) => {
    throw cliErrors.fileNotWritten({ file }, { cause });
  });
  await chmod(`${file}.part`, 0o600);
  await rename(`${file}.part`, file);
  return account;
}

async function openFile(folder: string, name: string, password: string): Promise<PrivateKeyAccount | null> {
  const text = await readFileIn(folder, name);
  if (text === null) return null;
  const key = await openKeystore(text, password);
  const account = privateKeyToAccount(`0x${Buffer.from(key).toString('hex')}`);
  key.fill(0);
  return account;
}

/** Makes a member's voting key in a folder. @throws CLI_ALLIANCE_KEY_THERE, KEYS_PASSWORD_SHORT */
export async function createVotingKey(options: FolderOptions): Promise<PrivateKeyAccount> {
  const { folder } = options;
  const there = await readFileIn(folder, present);
  if (there !== null) throw governErrors.keyThere({ folder, address: addressIn(there) });
  return makeKey(folder, present, await readPassword(options, true));
}

/** Opens the voting key of a folder. @throws CLI_ALLIANCE_KEY_MISSING, KEYS_PASSWORD_WRONG */
export async function openVotingKey(options: FolderOptions): Promise<PrivateKeyAccount> {
  const { folder } = options;
  if ((await readFileIn(folder, present)) === null) throw governErrors.keyMissing({ folder });
  return (await openFile(folder, present, await readPassword(options, false))) as PrivateKeyAccount;
}

/** Address of the voting key in a folder, without its password. @throws CLI_ALLIANCE_KEY_MISSING */
export async function readVotingAddress(folder: string): Promise<Hex> {
  const text = await readFileIn(folder, present);
  if (text === null) throw governErrors.keyMissing({ folder });
  return addressIn(text);
}

/** The present key and the one that is to follow it, which is made unless an earlier attempt left one. */
export async function openSuccession(
  options: FolderOptions,
): Promise<{ old: PrivateKeyAccount; next: PrivateKeyAccount }> {
  const { folder } = options;
  if ((await readFileIn(folder, present)) === null) throw governErrors.keyMissing({ folder });
  const password = await readPassword(options, false);
  const old = (await openFile(folder, present, password)) as PrivateKeyAccount;
  const next = (await openFile(folder, coming, password)) ?? (await makeKey(folder, coming, password));
  return { old, next };
}

/** Puts the following key in the present one's place; the old file stays beside it under the address of its key. */
export async function succeed(folder: string, old: Hex): Promise<void> {
  await rename(join(folder, present), join(folder, `voting-key.${old.toLowerCase()}.json`));
  await rename(join(folder, coming), join(folder, present));
  await rm(join(folder, `${coming}.part`), { force: true });
}
