import { randomUUID } from 'node:crypto';
import {
  type CredentialFormat,
  checkClaims,
  credentialFormats,
  makeCredential,
  ownSigner,
  secureCredential,
} from '../../alliance/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { credentialCliErrors } from './errors.ts';
import { readOwnFolder } from './ownFolder.ts';
import { deliver, readObject, readTime } from './readInput.ts';

export interface IssueCredentialOptions {
  type: string;
  subject: string;
  /** JSON file. */
  claims: string;
  format: string;
  validUntil?: string;
  url: string;
  keyFile?: string;
  folder?: string;
  statusList?: string;
  statusIndex?: string;
  out?: string;
}

function readFormat(format: string): CredentialFormat {
  const found = credentialFormats.find((one) => one === format);
  if (found) return found;
  const expected = credentialFormats.join(', ');
  throw cliErrors.optionInvalid({ name: 'format', value: format, origin: 'command line', expected });
}

function readStatus({ statusList: url, statusIndex: place }: IssueCredentialOptions) {
  if (url === undefined && place === undefined) return undefined;
  if (url === undefined || place === undefined || !/^\d{1,6}$/.test(place) || URL.parse(url) === null) {
    throw credentialCliErrors.optionsDiffer({ problem: '--status-list needs an address and --status-index a number' });
  }
  return {
    id: `${url}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: place,
    statusListCredential: url,
  };
}

async function issueHere(folder: string, options: IssueCredentialOptions): Promise<string> {
  const { type, subject } = options;
  const format = readFormat(options.format);
  const validUntil = readTime('valid-until', options.validUntil);
  const claims = (await readObject(options.claims)) as Parameters<typeof checkClaims>[0];
  checkClaims(claims);
  if (!/^(did|urn|https):\S+$/.test(subject)) {
    throw cliErrors.optionInvalid({
      name: 'subject',
      value: subject,
      origin: 'command line',
      expected: 'a DID, urn: or https: address; slugs are known to platforms only',
    });
  }
  const status = readStatus(options);
  const signer = ownSigner(await readOwnFolder(folder));
  const now = new Date();
  const id = `urn:uuid:${randomUUID()}`;
  const credential = makeCredential({
    id,
    type,
    issuer: signer.did,
    subject,
    claims,
    validFrom: now,
    validUntil,
    status,
  });
  return secureCredential({ credential, format, signer, now });
}

async function issueThere({ type, subject, url, ...options }: IssueCredentialOptions): Promise<string> {
  const validUntil = readTime('valid-until', options.validUntil);
  const claims = await readObject(options.claims);
  const format = readFormat(options.format);
  const key = await readApiKey(options.keyFile);
  const { body } = await requestPlatform({
    url,
    path: '/api/credentials',
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ type, subject, claims, format, validUntil: validUntil?.toISOString() }),
  });
  return (body as { credential: string }).credential;
}

/** Issues a credential, on a platform or with a key of one's own. */
export async function issueCredentialFile(options: IssueCredentialOptions): Promise<number> {
  const { folder, out } = options;
  await deliver(folder === undefined ? await issueThere(options) : await issueHere(folder, options), out);
  return exitCodes.ok;
}
