import type { Audit } from '../audit/audit.ts';
import type { House, Words } from '../house.ts';
import type { Identity } from '../identity/identity.ts';

/** What the citizen's view stands on. */
export interface CitizensParts {
  house: House;
  identity: Pick<Identity, 'pseudonym'>;
  audit: Pick<Audit, 'record' | 'recordAlone'>;
  /** Name and legal basis of the matter that an agreement was made for; null when they are not known here. */
  describeMatter(
    participant: string,
    use: { agreement: string; purpose: string },
  ): Promise<{ matter: Words; legalBasis: Words } | null>;
}
