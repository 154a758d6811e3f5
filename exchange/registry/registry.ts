import type { JsonWebKey } from 'node:crypto';
import type { Hex } from 'viem';
import type { Page, PageParameters } from '../../alliance/index.ts';
import type { Words } from '../house.ts';

/** A department's connector as the alliance's registry shows it. */
export interface ConnectorEntry {
  slug: string;
  name: Words;
  /** did:key of the connector. */
  did: string;
  /** Base address of its DSP: `<origin>/dsp/<slug>`. */
  address: string;
  encryptionKey: JsonWebKey;
  chainAddress: Hex;
  /** 'suspended' when its member is; 'withdrawn' when the department took it back. */
  state: 'active' | 'suspended' | 'withdrawn';
  /** ISO 8601. */
  registeredAt: string;
}

/** The connectors of the alliance: of the platform's database, or of the platform over HTTP. */
export interface Registry {
  /** By slug of the member or DID of the connector; null for an unknown one. */
  find(slugOrDid: string): Promise<ConnectorEntry | null>;
  list(page: PageParameters): Promise<Page<ConnectorEntry>>;
  /** The connector of the data authority; null as long as nobody is named. */
  authority(): Promise<ConnectorEntry | null>;
}
