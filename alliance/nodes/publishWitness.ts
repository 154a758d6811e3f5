import type { WitnessProfile } from '../../ledger/index.ts';
import type { Principal } from '../principal.ts';
import { nodesErrors } from './errors.ts';
import type { NodesContext } from './openNodes.ts';
import { readAllianceAddresses, readRegisteredKeys } from './readAlliance.ts';

export interface PublishWitnessParameters {
  principal: Principal;
  /** Verifier keys as `xiangyu witness` prints them. */
  vkeys: string[];
  /** Where the platform reaches the witness. */
  url: string;
}

/**
 * Publishes where a member's witness is and how its signatures are checked. Once an alliance is founded, its account must be
 * the one in the member's entry of the registry. Whether it vouches is decided by vote.
 * @throws LOG_WITNESS_INVALID, LOG_WITNESS_FOREIGN, HOST_URL_INVALID, NODES_NOT_ADMITTED, NODES_KEY_FOREIGN
 */
export async function publishWitness(
  { store, ledger, acts }: NodesContext,
  { principal, vkeys, url }: PublishWitnessParameters,
): Promise<Omit<WitnessProfile, 'publishedAt'>> {
  const { member } = principal;
  const alliance = await readAllianceAddresses(store.sql);
  const registered = alliance ? await readRegisteredKeys(ledger, alliance.registry, member) : null;
  if (registered && !registered.admitted) throw nodesErrors.notAdmitted({ slug: member });
  return store.transaction(async (tx) => {
    const profile = await ledger.witnesses.publish(tx, { member, vkeys, url });
    if (registered && registered.witness !== profile.address) {
      throw nodesErrors.witnessNotRegistered(
        { address: profile.address, registered: registered.witness ?? 'none' },
        registered.witness ? {} : { zh: { registered: '空' } },
      );
    }
    const resource = { type: 'Node', id: profile.address, member };
    await acts.recordAct(tx, { principal, action: 'nodes:join', resource, detail: { witness: profile.name, url } });
    return profile;
  });
}
