import { delegationData, memberAccount, memberId } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
import { governErrors } from './errors.ts';
import { type FolderOptions, openVotingKey, readVotingAddress } from './keyFolder.ts';
import {
  type Action,
  actionsOf,
  awaitAction,
  findOwnMember,
  type PreparedData,
  post,
  readDeployed,
  signPrepared,
} from './platform.ts';

export interface DelegateParameters extends FolderOptions {
  url: string;
  /** Slug of a member, or `self` to vote oneself again. */
  to: string;
  yes?: boolean;
}

/** Has another member vote for this one from the next proposal on. */
export async function delegate(parameters: DelegateParameters): Promise<number> {
  const { url, folder, yes = false } = parameters;
  const key = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const { slug: member } = await findOwnMember(url, key);
  const to = parameters.to === 'self' ? member : parameters.to;
  const { typedData } = await post<{ typedData: PreparedData }>(url, '/api/alliance/delegations/prepare', {
    member,
    to,
  });
  const expiry = Number(typedData.message.expiry);
  if (!Number.isSafeInteger(expiry)) throw governErrors.preparedWrong({ problem: 'it has no time of expiry' });
  const delegatee = memberAccount(memberId(to));
  const place = { chainId: alliance.chainId, contract: alliance.registry };
  const data = delegationData(place, { delegatee, nonce: readNonce(typedData), expiry });
  requireSame(typedData, data);
  await confirm(
    to === member ? `${member} votes itself again.` : `${to} votes for ${member} from the next proposal on.`,
    [['signature until', new Date(expiry * 1_000).toISOString()]],
    yes,
  );
  const account = await openVotingKey(parameters);
  const signature = await signPrepared(account, data);
  const sent = await post<{ action: Action }>(url, '/api/alliance/delegations', { member, to, expiry, signature });
  await awaitAction(actionsOf(url, member), sent.action);
  console.log(to === member ? `${member} votes itself` : `${to} votes for ${member}`);
  return exitCodes.ok;
}
