import { ballotData } from '../../alliance/index.ts';
import { cliErrors, exitCodes } from '../errors.ts';
import { confirm, readNonce, requireSame } from './confirm.ts';
import { type FolderOptions, openVotingKey, readVotingAddress } from './keyFolder.ts';
import {
  type Action,
  actionsOf,
  awaitAction,
  findOwnMember,
  get,
  type PreparedData,
  post,
  readDeployed,
  signPrepared,
} from './platform.ts';

const supports = ['against', 'for', 'abstain'];

export interface VoteParameters extends FolderOptions {
  url: string;
  proposal: string;
  support: string;
  yes?: boolean;
}

interface ShownProposal {
  type: string | null;
  title: { zh: string; en: string } | null;
  documentMatches: boolean;
  calls: { contract: string | null; call: string | null; target: string; valueWei: string }[];
}

/** Casts a member's ballot. */
export async function vote(parameters: VoteParameters): Promise<number> {
  const { url, proposal, support, folder, yes = false } = parameters;
  const option = { origin: 'command line' };
  if (!/^0x[0-9a-f]{64}$/.test(proposal)) {
    throw cliErrors.optionInvalid({
      ...option,
      name: 'proposal',
      value: proposal,
      expected: 'the id that was printed, 0x and 64 digits',
    });
  }
  if (!supports.includes(support)) {
    throw cliErrors.optionInvalid({ ...option, name: 'support', value: support, expected: 'for, against or abstain' });
  }
  const voter = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const { slug: member } = await findOwnMember(url, voter);
  const shown = await get<ShownProposal>(url, `/api/alliance/proposals/${proposal}`);
  const path = `/api/alliance/proposals/${proposal}/ballots`;
  const { typedData } = await post<{ typedData: PreparedData }>(url, `${path}/prepare`, { member, support });
  const place = { chainId: alliance.chainId, contract: alliance.governor };
  const ballot = {
    proposalId: BigInt(proposal),
    support: supports.indexOf(support),
    voter,
    nonce: readNonce(typedData),
  };
  const data = ballotData(place, ballot);
  requireSame(typedData, data);
  await confirm(
    `You vote ${support} as ${member}.`,
    [
      ['proposal', proposal],
      ['title', shown.title && `${shown.title.zh} ${shown.title.en}`],
      ['document', shown.documentMatches ? 'is the one on the chain' : 'does NOT match the chain'],
      ...shown.calls.map(
        ({ contract, call, target, valueWei }) =>
          ['carries out', `${contract ?? target} ${call ?? ''} with ${valueWei} wei`] as const,
      ),
    ],
    yes,
  );
  const account = await openVotingKey(parameters);
  const sent = await post<{ action: Action }>(url, path, {
    member,
    support,
    signature: await signPrepared(account, data),
  });
  await awaitAction(actionsOf(url, member), sent.action);
  console.log(`${member} has voted ${support}`);
  return exitCodes.ok;
}
