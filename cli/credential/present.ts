import { ownSigner, presentCredentials } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { readOwnFolder } from './ownFolder.ts';
import { deliver, readText } from './readInput.ts';

export interface PresentCredentialOptions {
  credentials: string[];
  challenge: string;
  domain: string;
  disclose?: string[];
  url: string;
  keyFile?: string;
  folder?: string;
  out?: string;
}

async function presentHere(folder: string, options: PresentCredentialOptions): Promise<string> {
  const { challenge, domain, disclose } = options;
  const own = await readOwnFolder(folder);
  const credentials = await Promise.all(options.credentials.map(readText));
  const openSigner = async (publicKey?: Uint8Array) => ownSigner(own, publicKey);
  return (await presentCredentials({ credentials, challenge, domain, disclose, openSigner })).presentation;
}

async function presentThere({ credentials: ids, challenge, domain, disclose, url, keyFile }: PresentCredentialOptions) {
  const key = await readApiKey(keyFile);
  const { body } = await requestPlatform({
    url,
    path: '/api/credentials/presentations',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ ids, challenge, domain, disclose }),
  });
  return (body as { presentation: string }).presentation;
}

/** Shows credentials to one verifier: what comes out is for the verifier to check. */
export async function presentCredentialFiles(options: PresentCredentialOptions): Promise<number> {
  const { folder, out } = options;
  await deliver(folder === undefined ? await presentThere(options) : await presentHere(folder, options), out);
  return exitCodes.ok;
}
