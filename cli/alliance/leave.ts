import { leavingData, memberId } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
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

export interface LeaveParameters extends FolderOptions {
  url: string;
  yes?: boolean;
}

/** Leaves the alliance. */
export async function leave(parameters: LeaveParameters): Promise<number> {
  const { url, folder, yes = false } = parameters;
  const key = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const { slug: member } = await findOwnMember(url, key);
  const { typedData } = await post<{ typedData: PreparedData }>(url, '/api/alliance/leave/prepare', { member });
  const place = { chainId: alliance.chainId, contract: alliance.registry };
  const data = leavingData(place, { member: memberId(member), nonce: readNonce(typedData) });
  requireSame(typedData, data);
  await confirm(`${member} leaves the alliance.`, [['afterwards', 'it comes back only by a vote of the members']], yes);
  const account = await openVotingKey(parameters);
  const sent = await post<{ action: Action }>(url, '/api/alliance/leave', {
    member,
    signature: await signPrepared(account, data),
  });
  await awaitAction(actionsOf(url, member), sent.action);
  console.log(`${member} has left the alliance`);
  return exitCodes.ok;
}
