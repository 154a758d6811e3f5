import type { Principal, Resource } from '../alliance/index.ts';
import type { EvidenceHouse } from './house.ts';
import { readRecord } from './readEvidence.ts';

export interface EraseParameters {
  id: string;
  principal: Principal;
  /** Why, for the audit; not public. */
  reason: string;
}

/** What was erased and when; the same again when it is asked twice. */
export interface EraseReturnType {
  id: string;
  erasedAt: string;
  /** False for a record of a plain digest, which has no payload: only its notes are gone then. */
  hadPayload: boolean;
}

/** A record as a resource of the rights: it belongs to the member who stated it. */
export function asResource({ id, member }: { id: string; member: string }): Resource {
  return { type: 'EvidenceRecord', id, member };
}

/**
 * Erases a record's payload with its salt, its name and its size, for good; the statement stays and its proof still verifies.
 * Who did it, when and why is kept. @throws EVIDENCE_UNKNOWN, RIGHTS_REFUSED
 */
export async function erase(house: EvidenceHouse, parameters: EraseParameters): Promise<EraseReturnType> {
  const { principal, reason } = parameters;
  const { record } = await readRecord(house, parameters.id);
  house.rights.require({ principal, action: 'evidence:erase', resource: asResource(record) });
  const { id, member } = record;
  return house.store.transaction(async (tx) => {
    const hadPayload = await house.ledger.statements.erasePayload(tx, id);
    await tx`UPDATE evidence.records SET name = NULL, bytes = NULL WHERE statement_id = ${id}`;
    await tx`
      INSERT INTO evidence.erasures
        (statement_id, member, actor_kind, actor_id, actor_name, actor_member, reason, had_payload)
      VALUES (${id}, ${member}, ${principal.kind}, ${principal.id}, ${principal.name}, ${principal.member}, ${reason},
        ${hadPayload})
      ON CONFLICT DO NOTHING`;
    const [row] = await tx<{ erased_at: Date; had_payload: boolean }[]>`
      SELECT erased_at, had_payload FROM evidence.erasures WHERE statement_id = ${id}`;
    return { id, erasedAt: row?.erased_at.toISOString() ?? '', hadPayload: row?.had_payload ?? hadPayload };
  });
}
