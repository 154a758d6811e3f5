import type { Tx } from '../../store/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Citizens } from '../citizens/citizens.ts';
import type { Dsp } from '../dsp/dsp.ts';
import type { Grants } from '../grants/grants.ts';
import type { House } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import type { ConsumerKeys } from './consume/consumerKeys.ts';
import type { Locks } from './locks.ts';
import type { KeptSources } from './sources/keptSources.ts';
import type { Stops } from './transfers/stops.ts';
import type { TransferKeys } from './transfers/transferKeys.ts';

/** What the delivery of data stands on. */
export interface DeliveryParts {
  house: House;
  identity: Pick<Identity, 'ensure' | 'checkToken' | 'makeToken' | 'sign' | 'verify' | 'seal' | 'open' | 'pseudonym'>;
  dsp: Pick<
    Dsp,
    | 'use'
    | 'readTransfer'
    | 'readByAgreement'
    | 'startTransfer'
    | 'begin'
    | 'suspend'
    | 'resume'
    | 'complete'
    | 'terminateTransfer'
    | 'listTransfers'
  >;
  grants: Pick<Grants, 'readByAgreement' | 'use' | 'releaseKey' | 'onChange'>;
  audit: Pick<Audit, 'record' | 'recordAlone' | 'assertAccepting'>;
  catalogue: Pick<Catalogue, 'read' | 'readManaged'>;
  /** Records uses of data about persons; null where nobody asks for them. */
  citizens: Pick<Citizens, 'recordUse'> | null;
  /**
   * Where files are: `<folder>/<slug>/sources` for a department's own, `received` for what it got, `incoming` and `spool` for
   * what is on its way, sealed.
   */
  folder: string;
}

/** The parts with what the room's own functions share. */
export interface DeliveryContext extends DeliveryParts {
  stops: Stops;
  keys: TransferKeys;
  sources: KeptSources;
  consumerKeys: ConsumerKeys;
  locks: Locks;
  /** Wakes the background roles of this process. */
  wake(): void;
  wakeWith(tx: Tx): Promise<void>;
}
