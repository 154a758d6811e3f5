import type { Principal } from '../alliance/index.ts';
import type { ProofBundle } from '../proof/index.ts';
import { assertOwner } from './erase.ts';
import { evidenceErrors } from './errors.ts';
import { type EvidenceHouse, recordKind } from './house.ts';
import { readRecord } from './readEvidence.ts';

/** The proof bundle for everybody: the payload of a record of this room is its member's own. */
export function withoutPrivatePayload(bundle: ProofBundle): ProofBundle {
  if (bundle.statement.kind !== recordKind) return bundle;
  const { payload: _, ...rest } = bundle;
  return rest;
}

/**
 * The proof bundle of an own record, with its payload while that is kept.
 * @throws EVIDENCE_UNKNOWN, EVIDENCE_NOT_YOURS, LEDGER_NOT_YET_ANCHORED
 */
export async function readOwnBundle(house: EvidenceHouse, id: string, principal: Principal): Promise<ProofBundle> {
  const { record } = await readRecord(house, id);
  assertOwner(principal, record);
  const bundle = await house.ledger.readBundle(record.id);
  if (!bundle) throw evidenceErrors.unknown({ id: record.id });
  return bundle;
}
