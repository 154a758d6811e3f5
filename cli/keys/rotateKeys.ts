import { rm } from 'node:fs/promises';
import { readOrCreateSecret } from '../../host/index.ts';
import {
  finishRotation,
  type MasterKeySource,
  nextFileOf,
  readMasterKey,
  rotateMasterKey,
} from '../../ledger/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import type { Options } from '../options/optionTable.ts';
import { withKeyStore } from './openKeyStore.ts';

/** Where the new master key comes from; neither: a new one is made and takes the place of the present file. */
export interface RotateOptions {
  toFile?: string;
  toCommand?: string;
}

/** Encrypts every secret of a stopped platform anew under another master key. */
export function rotateKeys(options: Options, { toFile, toCommand }: RotateOptions): Promise<number> {
  return withKeyStore(options, async ({ store, source, masterKey: from }) => {
    const target = await chooseTarget(source, { toFile, toCommand });
    const to = await readMasterKey(target);
    const { secrets, generation } = await rotateMasterKey({ store, from, to });
    console.log(`${secrets} secrets are encrypted under the new master key, number ${generation} of this database.`);
    if (source.kind === 'file' && toFile === undefined && toCommand === undefined) {
      await finishRotation(store, source.file);
      console.log(`It is in ${source.file}; the old one is in ${source.file}.${generation - 1}.`);
      console.log('Keep the old one as long as you keep backups of the database from before.');
    } else {
      console.log('From now on start the platform with the new one.');
    }
    return exitCodes.ok;
  });
}

async function chooseTarget(
  source: MasterKeySource,
  { toFile, toCommand }: { toFile: string | undefined; toCommand: string | undefined },
): Promise<MasterKeySource> {
  if (toCommand !== undefined) return { kind: 'command', command: toCommand };
  if (toFile !== undefined) return { kind: 'file', file: toFile };
  if (source.kind !== 'file') throw cliErrors.newMasterKeyMissing();
  const file = nextFileOf(source.file);
  // One that an unfinished rotation left behind was never used: `openMasterKey` has put the others in place.
  await rm(file, { force: true });
  await readOrCreateSecret(file);
  return { kind: 'file', file };
}
