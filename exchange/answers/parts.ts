import type { Store } from '../../store/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Citizens } from '../citizens/citizens.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Dsp } from '../dsp/dsp.ts';
import type { Grants } from '../grants/grants.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';

/** What answers and matches stand on. */
export interface AnswersParts {
  house: House;
  identity: Pick<Identity, 'checkToken' | 'makeToken' | 'sign' | 'verify' | 'seal' | 'open' | 'ensure' | 'pseudonym'>;
  registry: Pick<Registry, 'find'>;
  audit: Pick<Audit, 'record' | 'recordAlone' | 'assertAccepting'>;
  dsp: Pick<Dsp, 'use' | 'readTransfer' | 'listTransfers' | 'begin' | 'terminateTransfer'>;
  grants: Pick<Grants, 'use' | 'assertFresh' | 'readByAgreement' | 'onChange'>;
  catalogue: Pick<Catalogue, 'read'>;
  delivery: Pick<Delivery, 'openSource'>;
  citizens: Pick<Citizens, 'pseudonymsOf' | 'recordPseudonyms'>;
  /** For transactions that are open while a source is asked: few at a time, so that a slow source holds up no others. */
  groups: Pick<Store, 'transaction'>;
}

/** Formats of a TransferRequestMessage that allow questions and matches and give no rows. */
export const answerFormats = ['xy:answer', 'xy:match'] as const;
