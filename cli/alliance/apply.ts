import { readFile } from 'node:fs/promises';
import { applicationData, parseApplicant, toEntry } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { readApiKey } from '../readApiKey.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
import { type FolderOptions, openVotingKey, readVotingAddress } from './keyFolder.ts';
import {
  type Action,
  actionsOf,
  awaitAction,
  type PreparedData,
  post,
  readDeployed,
  signPrepared,
} from './platform.ts';

export interface ApplyParameters extends FolderOptions {
  url: string;
  /** One entry as in members.yaml, without the key. */
  details: string;
  /** Holds an API key of the applying organisation, whose account the platform knows. */
  keyFile?: string;
  yes?: boolean;
}

async function readDetails(file: string, key: string) {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw cliErrors.fileUnreadable({ file }, { cause });
  });
  try {
    return parseApplicant(text, key);
  } catch (error) {
    if (!(error instanceof XiangyuError)) throw error;
    throw cliErrors.fileInvalid({ file, reason: error.reason.replace(/\.$/, '') }, { cause: error });
  }
}

/** Applies for membership with the key in the folder; the members then decide by vote. */
export async function apply(parameters: ApplyParameters): Promise<number> {
  const { url, details, folder, keyFile, yes = false } = parameters;
  const apiKey = await readApiKey(keyFile);
  const key = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const given = await readDetails(details, key);
  const hosted = `did:web:${encodeURIComponent(new URL(url).host)}:did:${given.slug}`;
  const applicant = { ...given, did: given.did || hosted };
  const { slug, kinds, did, nodeKey, witness, profile } = applicant;
  const body = {
    kinds,
    did,
    profile,
    key,
    ...(nodeKey ? { nodeKey } : {}),
    ...(witness ? { witness } : {}),
  };
  const { typedData } = await post<{ typedData: PreparedData }>(
    url,
    '/api/alliance/applications/prepare',
    body,
    apiKey,
  );
  const place = { chainId: alliance.chainId, contract: alliance.registry };
  const data = applicationData(place, { entry: toEntry(applicant), nonce: readNonce(typedData) });
  requireSame(typedData, data);
  await confirm(
    'You apply for membership.',
    [
      ['as', `${profile.name.zh} ${profile.name.en} (${slug})`],
      ['kinds', kinds.join(', ')],
      ['DID', did],
      ['key', key],
    ],
    yes,
  );
  const account = await openVotingKey(parameters);
  const signature = await signPrepared(account, data);
  const sent = await post<{ action: Action }>(url, '/api/alliance/applications', { ...body, signature }, apiKey);
  await awaitAction(actionsOf(url, slug), sent.action);
  console.log(`${slug} has applied; a member now proposes its admission, and the members vote.`);
  return exitCodes.ok;
}
