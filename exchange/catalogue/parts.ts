import type { Audit } from '../audit/audit.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Dsp } from '../dsp/dsp.ts';
import type { House, Words } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';

/** What an installation may decide. */
export interface CatalogueRules {
  /** Whether a change is reviewed by somebody who did not write it. */
  reviewByAnother: boolean;
  /** Datasets of this level and above are listed for the own department and for holders of a grant only; 5 for none. */
  grantedOnlyFromLevel: 1 | 2 | 3 | 4 | 5;
}

/** Rules of an ordinary installation. */
export const defaultRules: CatalogueRules = { reviewByAnother: true, grantedOnlyFromLevel: 4 };

/** A question about a dataset, as a catalogue tells of it; `question:<id>` is applied for like an item. */
export interface PublishedQuestion {
  dataset: string;
  id: string;
  kind: string;
  words: Words;
}

/** What the catalogue stands on. */
export interface CatalogueParts {
  house: House;
  audit: Pick<Audit, 'record'>;
  /** The department's connector: its DID is the participant of the catalog. */
  identity: Pick<Identity, 'ensure'>;
  sources: Pick<Delivery, 'openSource' | 'describeSource'>;
  /** Ids of the datasets that a department holds an active grant for, of one department or (null) of all of this process. */
  grantedTo: (
    participant: string | null,
    consumer: { slug: string | null; did: string | null },
  ) => Promise<readonly string[]>;
  /** Who has a connector; with `requestCatalog` the way to catalogues elsewhere. */
  registry: Pick<Registry, 'list'>;
  requestCatalog: Dsp['requestCatalog'];
  /** Open questions about datasets: what can be granted without the data. */
  questionsOf: (participant: string, datasets: readonly string[]) => Promise<readonly PublishedQuestion[]>;
  rules: CatalogueRules;
  /** 32 bytes in hexadecimal that the secrets of subscribers' webhooks are derived from. */
  webhookSecret: string;
}
