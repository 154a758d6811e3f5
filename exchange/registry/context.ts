import type { JsonWebKey } from 'node:crypto';
import type { Hex } from 'viem';
import type { Alliance } from '../../alliance/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { House } from '../house.ts';
import type { OwnIdentity } from '../identity/openIdentity.ts';

/** What the registry at the platform works with. */
export interface RegistryContext {
  house: House;
  alliance: Pick<Alliance, 'acts' | 'credentials' | 'dids' | 'readMembers' | 'isFounded'>;
  identity: OwnIdentity;
  /** Writes into the records of a connector that the platform runs, in the caller's transaction. */
  record: Audit['record'];
  /** 32 bytes in hexadecimal: proves that a challenge is ours. */
  secret: string;
}

/** What a department's connector shows of itself. */
export interface NewConnector {
  slug: string;
  did: string;
  address: string;
  encryptionKey: JsonWebKey;
  chainAddress: Hex;
  hosted: boolean;
}
