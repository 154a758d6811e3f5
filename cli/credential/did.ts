import { createOwnDid, rotateOwnDid } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { documentFile, readOwnFolder, refuseTaken, writeOwnFolder } from './ownFolder.ts';

/** Makes a did:web of one's own. @throws CLI_CREDENTIAL_FOLDER_TAKEN, DID_INVALID */
export async function createDid(options: { did: string; folder: string; alsoKnownAs?: string[] }): Promise<number> {
  const { did, folder, alsoKnownAs = [] } = options;
  const own = createOwnDid(did, alsoKnownAs);
  await refuseTaken(folder);
  await writeOwnFolder(folder, own);
  console.log(`Publish ${documentFile(folder)} on your domain, and keep the key file beside it to yourself.`);
  return exitCodes.ok;
}

/** Gives a DID of one's own a new key. @throws CLI_CREDENTIAL_FOLDER_EMPTY */
export async function rotateDid(options: { folder: string; compromised?: boolean }): Promise<number> {
  const { folder, compromised = false } = options;
  await writeOwnFolder(folder, rotateOwnDid(await readOwnFolder(folder), { compromised }));
  console.log(`Publish ${documentFile(folder)} again: others know of the new key from there.`);
  return exitCodes.ok;
}

interface History {
  did: string;
  kind: string;
  versions: { version: number; reason: string; digest: string; validFrom: string; validTo: string | null }[];
}

/** Prints the DID of a member, or of the alliance, with the versions of its document. */
export async function showDid(options: { url: string; member?: string | undefined; json?: boolean }): Promise<number> {
  const { url, member, json = false } = options;
  const path = member === undefined ? '/api/credentials/alliance' : `/did/${encodeURIComponent(member)}/history`;
  const { body } = await requestPlatform({ url, path });
  if (json) {
    console.log(JSON.stringify(body, null, 2));
    return exitCodes.ok;
  }
  const { did, kind, versions } = body as History;
  console.log(`${did}${kind === 'own' ? ' (on its own domain)' : ''}`);
  for (const { version, reason, digest, validFrom, validTo } of versions) {
    console.log(`  ${version}  ${validFrom} – ${validTo ?? 'now'}  ${reason}\n     sha-256 ${digest}`);
  }
  return exitCodes.ok;
}
