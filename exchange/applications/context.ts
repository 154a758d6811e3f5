import type { Audit } from '../audit/audit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Dsp } from '../dsp/dsp.ts';
import type { Grants } from '../grants/grants.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';
import type { Post } from './clocks/post.ts';

/** What applications need of the house and the other parts. */
export interface AskingContext {
  house: House;
  identity: Pick<Identity, 'ensure' | 'makeToken' | 'checkToken' | 'sign' | 'verify' | 'seal' | 'open'>;
  registry: Pick<Registry, 'find' | 'authority'>;
  audit: Pick<Audit, 'record' | 'recordAlone'>;
  /** Null where nobody can be written to, as on a machine of a department's own. */
  post: Post | null;
  catalogue: Pick<Catalogue, 'read' | 'offerOf'>;
  dsp: Pick<
    Dsp,
    | 'startNegotiation'
    | 'request'
    | 'offer'
    | 'accept'
    | 'agree'
    | 'finalize'
    | 'terminateNegotiation'
    | 'readNegotiation'
    | 'requestDataset'
    | 'use'
  >;
  grants: Pick<Grants, 'issue' | 'disclose' | 'adopt' | 'revoke' | 'readByAgreement' | 'onChange'>;
}
