import type { Principal } from '../alliance/index.ts';
import type { ProofBundle } from '../proof/index.ts';
import { asResource } from './erase.ts';
import { evidenceErrors } from './errors.ts';
import type { EvidenceHouse } from './house.ts';
import { readRecord } from './readEvidence.ts';

/** Kinds of statements whose payload everybody may read; of all others only the digest is public. */
const publicKinds: ReadonlySet<string> = new Set(['epcis.event']);

/** The proof bundle for everybody: a payload is private unless the kind of its statement is public. */
export function withoutPrivatePayload(bundle: ProofBundle): ProofBundle {
  if (publicKinds.has(bundle.statement.kind)) return bundle;
  const { payload: _, ...rest } = bundle;
  return rest;
}

/**
 * The proof bundle of an own record, with its payload while that is kept.
 * @throws EVIDENCE_UNKNOWN, RIGHTS_REFUSED, LEDGER_NOT_YET_ANCHORED
 */
export async function readOwnBundle(house: EvidenceHouse, id: string, principal: Principal): Promise<ProofBundle> {
  const { record } = await readRecord(house, id);
  house.rights.require({ principal, action: 'evidence:read', resource: asResource(record) });
  const bundle = await house.ledger.readBundle(record.id);
  if (!bundle) throw evidenceErrors.unknown({ id: record.id });
  return bundle;
}
