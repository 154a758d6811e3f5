import type { VerifyContext } from '../../alliance/index.ts';

/** Where a process finds out whom to believe: over HTTP from the platform and the members' domains, or from the platform's own tables. */
export interface Trust extends Pick<VerifyContext, 'resolve' | 'readStatusList'> {
  /** The DID of the alliance, whose membership credentials count. */
  alliance(): Promise<string>;
}

/** The credentials that a connector shows: its ConnectorCredential, and the membership of its department. */
export interface Wallet {
  /** As compact tokens or JSON texts. @throws CONNECTOR_CREDENTIAL_MISSING */
  read(slug: string, did: string): Promise<{ connector: string; membership: string }>;
}
