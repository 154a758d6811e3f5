import { existsSync } from 'node:fs';
import { ownSigner, packStatusList, readPlaces, secureCredential, toStamp } from '../../alliance/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { credentialCliErrors } from './errors.ts';
import { readOwnFolder, writeWhole } from './ownFolder.ts';
import { readObject } from './readInput.ts';

export interface CredentialStatusOptions {
  id?: string | undefined;
  suspend?: boolean;
  reinstate?: boolean;
  revoke?: boolean;
  reason?: string;
  url: string;
  keyFile?: string;
  folder?: string;
  list?: string;
  address?: string;
  purpose: string;
  set?: string[];
  clear?: string[];
}

const differ = (problem: string) => credentialCliErrors.optionsDiffer({ problem });

async function changeThere(options: CredentialStatusOptions): Promise<number> {
  const { id, reason, url, keyFile } = options;
  const changes = (['suspend', 'reinstate', 'revoke'] as const).filter((name) => options[name]);
  const [change] = changes;
  if (id === undefined) throw differ('name the id of a credential, or --folder and --list');
  if (!change || changes.length > 1) throw differ('give one of --suspend, --reinstate and --revoke');
  if (!reason) throw differ('--reason is missing');
  const key = await readApiKey(keyFile);
  const { body } = await requestPlatform({
    url,
    path: `/api/credentials/${encodeURIComponent(id)}/status`,
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ change, reason }),
  });
  console.log((body as { status: string }).status);
  return exitCodes.ok;
}

function readNumbers(name: string, values: readonly string[] = []): number[] {
  return values.map((value) => {
    if (/^\d{1,6}$/.test(value) && Number(value) < 131_072) return Number(value);
    throw cliErrors.optionInvalid({ name, value, origin: 'command line', expected: 'numbers below 131072' });
  });
}

async function signList(folder: string, options: CredentialStatusOptions): Promise<number> {
  const { list, purpose } = options;
  if (list === undefined) throw differ('--folder needs --list');
  if (purpose !== 'revocation' && purpose !== 'suspension') throw differ('--purpose is revocation or suspension');
  const [set, clear] = [readNumbers('set', options.set), readNumbers('clear', options.clear)];
  const there = existsSync(list) ? await readObject(list) : null;
  const address = options.address ?? (typeof there?.id === 'string' ? there.id : undefined);
  if (address === undefined || URL.parse(address) === null) throw differ('a new list needs --address');
  const encoded = (there?.credentialSubject as { encodedList?: unknown } | undefined)?.encodedList;
  const before = there ? readPlaces(encoded) : [];
  if (!before) throw cliErrors.fileInvalid({ file: list, reason: 'it is no status list' });
  const places = [...new Set([...before, ...set])].filter((place) => !clear.includes(place));
  const signer = ownSigner(await readOwnFolder(folder));
  const now = new Date();
  const bare = await packStatusList(address, purpose, places);
  const credential = { ...bare, issuer: signer.did, validFrom: toStamp(now) } as Parameters<
    typeof secureCredential
  >[0]['credential'];
  await writeWhole(list, await secureCredential({ credential, format: 'data-integrity', signer, now }));
  console.log(`${places.length} set. Publish ${list} at ${address}.`);
  return exitCodes.ok;
}

/** Changes the status of a credential on a platform, or signs a status list with a key of one's own. */
export function changeCredentialStatus(options: CredentialStatusOptions): Promise<number> {
  return options.folder === undefined ? changeThere(options) : signList(options.folder, options);
}
