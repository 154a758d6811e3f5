import { type Charter, checkDeployment, foundingData, hashCharter, memberId } from '../../alliance/index.ts';
import { exitCodes } from '../errors.ts';
import { askPlatform } from '../requestPlatform.ts';
import { confirm } from './confirm.ts';
import { governErrors } from './errors.ts';
import { type FolderOptions, openVotingKey, readVotingAddress } from './keyFolder.ts';
import { post, readDeployed, signPrepared } from './platform.ts';

export interface SignParameters extends FolderOptions {
  url: string;
  /** eSpace RPC of a node that this founder trusts; the platform's otherwise. */
  rpc?: string;
  yes?: boolean;
}

/**
 * Signs the charter as a founder. Everything that is signed is computed here: the charter's hash from its text, and the contracts are
 * compared with this program's own before anything is signed.
 */
export async function sign(parameters: SignParameters): Promise<number> {
  const { url, rpc = new URL('/rpc/espace', url).href, folder, yes = false } = parameters;
  const address = await readVotingAddress(folder);
  const alliance = await readDeployed(url);
  const text = await (await askPlatform({ url, path: '/api/alliance/charter' })).text();
  const charter = JSON.parse(text) as Charter;
  const founder = charter.founders.find(({ key }) => key.toLowerCase() === address);
  if (!founder) throw governErrors.notFounder({ address });
  const { governor, registry, chainId } = alliance;
  await checkDeployment({ rpcUrl: rpc, chainId, governor, registry, charter });
  const hash = hashCharter(charter);
  const { rules } = charter;
  await confirm(
    'You sign the charter of an alliance as a founder.',
    [
      ['alliance', `${charter.name.zh} ${charter.name.en}`],
      ['as', `${founder.profile.name.zh} ${founder.profile.name.en} (${founder.slug})`],
      ['kinds', founder.kinds.join(', ')],
      ['founders', charter.founders.length],
      ['voting', `begins after ${rules.votingDelaySeconds} s, lasts ${rules.votingPeriodSeconds} s`],
      ['quorum', `${rules.quorumPercent}% of all weight`],
      ['passes with', `${rules.passPercent}% for, and more for than against`],
      [
        'weights',
        Object.entries(rules.kindWeights)
          .map(([kind, weight]) => `${kind} ${weight}`)
          .join(', '),
      ],
      ['charter', hash],
      ['registry', `${registry} on chain ${chainId}: checked to be of this charter`],
    ],
    yes,
  );
  const account = await openVotingKey(parameters);
  const data = foundingData({ chainId, contract: registry }, { charter: hash, member: memberId(founder.slug) });
  const signature = await signPrepared(account, data);
  await post(url, '/api/alliance/founding/signatures', { founder: founder.slug, signature });
  console.log(`${founder.slug} has signed; the platform takes its place on the chain.`);
  return exitCodes.ok;
}
