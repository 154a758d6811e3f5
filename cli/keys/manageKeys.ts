import { readFile, writeFile } from 'node:fs/promises';
import type { KeyInfo } from '../../ledger/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import type { Options } from '../options/optionTable.ts';
import { withKeyStore } from './openKeyStore.ts';
import { type PasswordOptions, readPassword } from './readPassword.ts';

const pageSize = 500;

function printKeys(items: KeyInfo[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify(items, null, 2));
    return;
  }
  for (const { address, tenant, kind, name, path, archivedAt } of items) {
    const notes = [path, archivedAt ? 'archived' : null].filter((note) => note !== null).join(', ');
    console.log(`${address}  ${tenant.padEnd(16)} ${kind.padEnd(9)} ${name}${notes ? ` (${notes})` : ''}`);
  }
}

/** Prints every key: of one tenant, or of all with the platform's own. */
export function listKeys(options: Options, given: { tenant?: string; archived?: boolean; json?: boolean }) {
  return withKeyStore(options, async ({ keys }) => {
    const items: KeyInfo[] = [];
    let cursor: string | undefined;
    do {
      const { tenant = null, archived: withArchived = false } = given;
      const page = await keys.list({ tenant, withArchived, limit: pageSize, cursor });
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    printKeys(items, given.json ?? false);
    return exitCodes.ok;
  });
}

/** Makes a key and prints its address. */
export function createKey(options: Options, { name, tenant }: { name: string; tenant: string }) {
  return withKeyStore(options, async ({ keys }) => {
    console.log((await keys.create({ name, tenant })).address);
    return exitCodes.ok;
  });
}

/** Takes a keystore file in and prints its address. */
export async function importKey(
  options: Options,
  { file, name, tenant, ...password }: PasswordOptions & { file: string; name: string; tenant: string },
) {
  const keystore = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  const opened = await readPassword(password, false);
  return withKeyStore(options, async ({ keys }) => {
    console.log((await keys.importKeystore({ name, tenant, keystore, password: opened })).address);
    return exitCodes.ok;
  });
}

/** Writes a key as a keystore file of mode 0600; a file that is there already is not replaced. */
export async function exportKey(
  options: Options,
  { address, out, ...given }: PasswordOptions & { address: string; out: string },
) {
  const password = await readPassword(given, true);
  return withKeyStore(options, async ({ keys }) => {
    const keystore = await keys.exportKeystore({ tenant: null, address, password });
    await writeFile(out, `${JSON.stringify(keystore, null, 2)}\n`, { mode: 0o600, flag: 'wx' }).catch(
      (cause: unknown) => {
        throw cliErrors.fileNotWritten({ file: out }, { cause });
      },
    );
    console.log(out);
    return exitCodes.ok;
  });
}

/** What `xiangyu keys external` is given. */
export interface ExternalKeyOptions {
  name: string;
  tenant: string;
  address: string;
  signer: string;
  identifier?: string;
  tokenFile?: string;
}

/** Notes a key that an external signer holds; its token comes from a file. */
export async function addExternalKey(options: Options, given: ExternalKeyOptions) {
  const { tokenFile: file, signer: url, name, tenant, identifier } = given;
  if (!/^0x[0-9a-f]{40}$/i.test(given.address)) throw cliErrors.addressInvalid({ address: given.address });
  const address = given.address.toLowerCase() as `0x${string}`;
  const token = file === undefined ? undefined : await readPassword({ passwordFile: file }, false);
  return withKeyStore(options, async ({ keys }) => {
    const external = { name, tenant, address, url };
    const extras = { ...(identifier === undefined ? {} : { identifier }), ...(token === undefined ? {} : { token }) };
    console.log((await keys.addExternal({ ...external, ...extras })).address);
    return exitCodes.ok;
  });
}
