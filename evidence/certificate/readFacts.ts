import type { StatementAnchor } from '../../ledger/index.ts';
import { evidenceErrors } from '../errors.ts';
import type { EvidenceHouse } from '../house.ts';
import { type OwnEvidenceRecord, readRecord } from '../readEvidence.ts';

/** Everything that a certificate says. */
export interface CertificateFacts {
  record: OwnEvidenceRecord;
  anchor: StatementAnchor;
  member: { zh: string; en: string };
  /** Name of the log in its checkpoints. */
  origin: string;
  evmChainId: number;
  /** Page on which everybody can verify the record. */
  verifyUrl: string;
  /** When the certificate was written; ISO 8601 in UTC. */
  issuedAt: string;
}

/**
 * Gathers what a certificate says. `isOwner` decides whether its name and size are on it.
 * @throws EVIDENCE_UNKNOWN, EVIDENCE_NOT_YET_ANCHORED
 */
export async function readFacts(
  house: EvidenceHouse,
  id: string,
  isOwner: (record: { id: string; member: string }) => boolean,
): Promise<CertificateFacts> {
  const { record, anchor } = await readRecord(house, id);
  if (!anchor) throw evidenceErrors.notYetAnchored({ id: record.id });
  const [member] = await house.readMembers([record.member]);
  const { origin, evmChainId, baseUrl } = house;
  return {
    record: isOwner(record) ? record : { ...record, name: null, bytes: null },
    anchor,
    member: member?.name ?? { zh: record.member, en: record.member },
    origin,
    evmChainId,
    verifyUrl: new URL(`/verify/evidence/${record.id}`, baseUrl).href,
    issuedAt: new Date().toISOString(),
  };
}
