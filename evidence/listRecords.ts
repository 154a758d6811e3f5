import { evidenceErrors } from './errors.ts';
import { type EvidenceHouse, recordKind } from './house.ts';
import { addNotes, type OwnEvidenceRecord } from './readEvidence.ts';

export interface ListRecordsParameters {
  /** Slug of the member. */
  member: string;
  perPage: number;
  /** From the page before. */
  nextPageToken?: string | undefined;
}

/** A member's records with their notes, newest first. @throws EVIDENCE_PAGE_TOKEN_WRONG */
export async function listRecords(
  house: EvidenceHouse,
  { member, perPage, nextPageToken }: ListRecordsParameters,
): Promise<{ items: OwnEvidenceRecord[]; nextPageToken: string | null }> {
  if (nextPageToken !== undefined && !/^\d{1,18}$/.test(nextPageToken)) throw evidenceErrors.pageTokenWrong();
  const page = await house.ledger.statements.list({ member, kind: recordKind, before: nextPageToken, limit: perPage });
  return { items: await addNotes(house, page.records), nextPageToken: page.next };
}
