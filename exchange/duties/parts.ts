import type { Answers } from '../answers/answers.ts';
import type { Audit } from '../audit/audit.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Grants } from '../grants/grants.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { Registry } from '../registry/registry.ts';

/** What deletion duties stand on. */
export interface DutiesParts {
  house: House;
  identity: Pick<Identity, 'checkToken' | 'makeToken' | 'sign' | 'verify'>;
  registry: Pick<Registry, 'find'>;
  audit: Pick<Audit, 'record' | 'recordAlone' | 'assertAccepting'>;
  grants: Pick<Grants, 'readByAgreement' | 'onChange'>;
  delivery: Pick<Delivery, 'holdings' | 'erase'>;
  answers: Pick<Answers, 'holdings' | 'eraseHoldings'>;
  /** Time that a consumer has for it; a week by default. */
  dueMs?: number;
}
