import type { Audit } from '../audit/audit.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { ConnectorEntry, Registry } from '../registry/registry.ts';
import { grantErrors } from './errors.ts';
import type { GrantChain } from './grantChain.ts';
import type { ChainRelay, GrantListener } from './grants.ts';

/** What the operations on grants work with. */
export interface GrantsContext {
  house: House;
  identity: Pick<Identity, 'ensure' | 'signTyped' | 'chainAddresses' | 'seal'>;
  registry: Registry;
  audit: Pick<Audit, 'record' | 'recordAlone'>;
  chain: GrantChain;
  relay: ChainRelay;
  listeners: Set<GrantListener>;
}

/** Tells the background role that there is a message to carry. */
export const wakeChannel = 'exchange_grants';

/** The active connector of a party. @throws GRANT_PARTY_UNKNOWN */
export async function findParty(registry: Registry, party: string): Promise<ConnectorEntry> {
  const entry = await registry.find(party);
  if (entry?.state !== 'active') throw grantErrors.partyUnknown({ party });
  return entry;
}
