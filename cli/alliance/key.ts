import { exitCodes } from '../errors.ts';
import { createVotingKey, type FolderOptions, readVotingAddress } from './keyFolder.ts';

/** Makes a member's own voting key and prints its address; with `show` it prints that of the key that is there. */
export async function key({ show = false, ...options }: FolderOptions & { show?: boolean }): Promise<number> {
  console.log(show ? await readVotingAddress(options.folder) : (await createVotingKey(options)).address.toLowerCase());
  return exitCodes.ok;
}
