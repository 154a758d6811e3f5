import type { Tx } from '../../store/index.ts';
import { type DidContext, lockDid } from './changeDid.ts';
import type { DidService } from './didDocument.ts';
import { didErrors } from './errors.ts';
import { readCurrentDid } from './readDids.ts';
import { writeVersion } from './writeVersion.ts';

export interface SetServicesParameters {
  member: string;
  /** All of them; `id` is a fragment such as `#catalog`. */
  services: readonly DidService[];
  /** Why, for the history. */
  reason: string;
}

/**
 * Publishes where a member's services are, in a new version of its hosted document, in the caller's transaction. False when
 * nothing changes, and for a DID on the own domain, whose document its owner writes. @throws DID_UNKNOWN
 */
export async function setServices(
  { ledger }: Pick<DidContext, 'ledger'>,
  tx: Tx,
  { member, services, reason }: SetServicesParameters,
): Promise<boolean> {
  await lockDid(tx, member);
  const row = await readCurrentDid(tx, member);
  if (!row) throw didErrors.unknown({ did: member });
  if (row.kind === 'own') return false;
  const text = JSON.stringify(services.map(({ id, type, serviceEndpoint }) => ({ id, type, serviceEndpoint })));
  const changed = await tx`
    update alliance.did set services = ${text} where did = ${row.did} and services <> ${text} returning did`;
  if (changed.length === 0) return false;
  await writeVersion(ledger, tx, { did: row.did, member, reason, now: new Date() });
  return true;
}
