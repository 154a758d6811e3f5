import { exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { readText } from './readInput.ts';

export interface HoldCredentialOptions {
  file?: string | undefined;
  url: string;
  keyFile?: string;
  json?: boolean;
}

interface Held {
  credentials: {
    id: string;
    type: string;
    format: string;
    issuer: string;
    validUntil: string | null;
    status: string | null;
  }[];
  nextPageToken: string | null;
}

/** Takes a credential into the wallet on a platform, or lists what is in it. */
export async function holdCredentialFile({ file, url, keyFile, json = false }: HoldCredentialOptions): Promise<number> {
  const path = '/api/credentials/held';
  const authorization = `Bearer ${await readApiKey(keyFile)}`;
  if (file !== undefined) {
    const { body } = await requestPlatform({
      url,
      path,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ credential: (await readText(file)).trim() }),
    });
    console.log((body as { id: string }).id);
    return exitCodes.ok;
  }
  const credentials: Held['credentials'] = [];
  let token: string | null = '';
  while (token !== null) {
    const query: string = token === '' ? '' : `&nextPageToken=${encodeURIComponent(token)}`;
    const { body } = await requestPlatform({ url, path: `${path}?perPage=200${query}`, headers: { authorization } });
    const page = body as Held;
    credentials.push(...page.credentials);
    token = page.nextPageToken;
  }
  if (json) console.log(JSON.stringify(credentials, null, 2));
  else
    for (const { id, type, format, issuer, status } of credentials) {
      console.log(`${id}  ${(status ?? '?').padEnd(9)}  ${format.padEnd(14)}  ${type}  ${issuer}`);
    }
  return exitCodes.ok;
}
