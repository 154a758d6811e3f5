import type { House } from '../house.ts';
import type { Identity } from './identity.ts';
import type { Trust, Wallet } from './trust.ts';

export interface OpenIdentityParameters {
  house: House;
  /** 32 bytes in hexadecimal that seal the keys at rest; from a file of mode 0600 of this process. */
  secret: string;
  /** Whom to believe. */
  trust: Trust;
  /** What its own connectors show. */
  wallet: Wallet;
}

/** Opens the keys, tokens, signatures and seals of the connectors of this process. */
export declare function openIdentity(parameters: OpenIdentityParameters): Identity;
