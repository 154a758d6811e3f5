import type { Principal } from '../alliance/index.ts';
import type { StatementAnchor } from '../ledger/index.ts';
import type { ProofBundle } from '../proof/index.ts';
import { readFacts } from './certificate/readFacts.ts';
import type { Language } from './certificate/words.ts';
import { asResource, type EraseParameters, type EraseReturnType, erase } from './erase.ts';
import { findByDigest } from './findByDigest.ts';
import type { EvidenceHouse } from './house.ts';
import { type ListRecordsParameters, listRecords } from './listRecords.ts';
import { readOwnBundle } from './readBundle.ts';
import { type EvidenceRecord, type OwnEvidenceRecord, readRecord } from './readEvidence.ts';
import { openRecording, type RecordEvidence } from './record/recordEvidence.ts';

/** Evidence of files and private payloads: that they existed, unchanged, at a time. */
export interface Evidence {
  record: RecordEvidence;
  /** A record with where the chain holds it. @throws EVIDENCE_UNKNOWN */
  read(id: string): Promise<{ record: OwnEvidenceRecord; anchor: StatementAnchor | null }>;
  /** See `readOwnBundle`. @throws EVIDENCE_UNKNOWN, RIGHTS_REFUSED, LEDGER_NOT_YET_ANCHORED */
  readOwnBundle(id: string, principal: Principal): Promise<ProofBundle>;
  list(parameters: ListRecordsParameters): Promise<{ items: OwnEvidenceRecord[]; nextPageToken: string | null }>;
  findByDigest(digest: string): Promise<EvidenceRecord[]>;
  /** See `erase`. @throws EVIDENCE_UNKNOWN, RIGHTS_REFUSED */
  erase(parameters: EraseParameters): Promise<EraseReturnType>;
  /** A certificate as PDF. @throws EVIDENCE_UNKNOWN, EVIDENCE_NOT_YET_ANCHORED */
  certify(parameters: CertifyParameters): Promise<Buffer>;
}

export interface CertifyParameters {
  id: string;
  language: Language;
  /** Who asks; what is private of the record is on the certificate for its owner only. */
  principal: Principal | null;
}

/** Opens the room over its tables, which `evidenceMigrations` make. */
export function createEvidence(house: EvidenceHouse): Evidence {
  return {
    record: openRecording(house),
    read: (id) => readRecord(house, id),
    readOwnBundle: (id, principal) => readOwnBundle(house, id, principal),
    list: (parameters) => listRecords(house, parameters),
    findByDigest: (digest) => findByDigest(house, digest),
    erase: (parameters) => erase(house, parameters),
    async certify({ id, language, principal }) {
      const facts = await readFacts(house, id, (record) => {
        return house.rights.decide({ principal, action: 'evidence:read', resource: asResource(record) }).allowed;
      });
      // The library of PDF is large: it is loaded with the first certificate.
      const { writeCertificate } = await import('./certificate/writeCertificate.ts');
      return writeCertificate(facts, language);
    },
  };
}
