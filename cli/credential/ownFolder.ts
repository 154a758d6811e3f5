import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type OwnDid, ownDidDocument, parseOwnDid } from '../../alliance/index.ts';
import { cliErrors } from '../errors.ts';
import { credentialCliErrors } from './errors.ts';

const keyFile = (folder: string) => join(folder, 'did.key.json');

/** Where the document that is to be published lies. */
export const documentFile = (folder: string) => join(folder, 'did.json');

/** Writes a whole file or nothing, and waits for the disk. @throws CLI_FILE_NOT_WRITTEN */
export async function writeWhole(file: string, text: string, mode = 0o644): Promise<void> {
  try {
    const handle = await open(`${file}.new`, 'w', mode);
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(`${file}.new`, file);
  } catch (cause) {
    throw cliErrors.fileNotWritten({ file }, { cause });
  }
}

/** Keeps the keys of a DID, readable by this user only, and the document to publish. @throws CLI_FILE_NOT_WRITTEN */
export async function writeOwnFolder(folder: string, own: OwnDid): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((cause: unknown) => {
    throw cliErrors.fileNotWritten({ file: folder }, { cause });
  });
  await writeWhole(keyFile(folder), `${JSON.stringify(own, null, 2)}\n`, 0o600);
  await writeWhole(documentFile(folder), `${JSON.stringify(ownDidDocument(own), null, 2)}\n`);
}

/** Refuses a folder that has keys already: none are ever overwritten. @throws CLI_CREDENTIAL_FOLDER_TAKEN */
export async function refuseTaken(folder: string): Promise<void> {
  const taken = await stat(keyFile(folder)).then(
    () => true,
    () => false,
  );
  if (taken) throw credentialCliErrors.folderTaken({ folder });
}

/** The keys of a DID. @throws CLI_CREDENTIAL_FOLDER_EMPTY, CLI_FILE_INVALID */
export async function readOwnFolder(folder: string): Promise<OwnDid> {
  const file = keyFile(folder);
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw credentialCliErrors.folderEmpty({ folder }, { cause });
  });
  try {
    return parseOwnDid(JSON.parse(text));
  } catch (cause) {
    throw cliErrors.fileInvalid({ file, reason: cause instanceof Error ? cause.message : 'not JSON' }, { cause });
  }
}
