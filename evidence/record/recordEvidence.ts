import { hash } from 'node:crypto';
import { createGroupCommit, makeStatementIds, type SaveInGroup } from '../../ledger/index.ts';
import { evidenceErrors } from '../errors.ts';
import type { EvidenceHouse } from '../house.ts';
import { checkItems } from './checkItems.ts';
import { type EvidenceRequest, type SaveOutcome, saveRequests } from './saveRequests.ts';

export interface RecordEvidenceParameters {
  member: string;
  /** An item or a list of items, not checked yet. */
  body: unknown;
  /** The same key with the same body gives the same answer and records nothing twice. */
  idempotencyKey?: string | undefined;
}

/** The ids to ask for status, proof and certificate with, in the order of the items. */
export interface RecordEvidenceReturnType {
  /** When the records were stated; ISO 8601 in UTC. */
  time: string;
  items: { id: string; digest: string }[];
  /** True when an earlier request with this key recorded them. */
  repeated: boolean;
}

/**
 * Records evidence; resolves when it is durable. Single items of the same moment share a commit.
 * @throws EVIDENCE_ITEMS_INVALID, EVIDENCE_TOO_MANY, EVIDENCE_KEY_INVALID, EVIDENCE_KEY_REUSED, STORE_UNAVAILABLE,
 * STORE_OUTCOME_UNKNOWN
 */
export type RecordEvidence = (parameters: RecordEvidenceParameters) => Promise<RecordEvidenceReturnType>;

/** Opens the recording of evidence. */
export function openRecording(house: EvidenceHouse): RecordEvidence {
  const { store, ledger } = house;
  const saveInGroup: SaveInGroup<EvidenceRequest, SaveOutcome> = createGroupCommit({
    store,
    save: (tx, requests) => saveRequests(tx, ledger, requests),
  });
  const saveAlone = (request: EvidenceRequest) => store.transaction((tx) => saveRequests(tx, ledger, [request]));

  return async ({ member, body, idempotencyKey }) => {
    if (idempotencyKey !== undefined && !/^[!-~]{1,200}$/.test(idempotencyKey)) throw evidenceErrors.keyInvalid();
    const items = checkItems(body);
    const time = new Date().toISOString();
    const ids = makeStatementIds(items.length);
    const request: EvidenceRequest = {
      member,
      time,
      items,
      ids,
      idempotency:
        idempotencyKey === undefined
          ? null
          : { key: idempotencyKey, bodyHash: hash('sha256', JSON.stringify(body), 'buffer') },
    };
    // A long list would hold up the single items that shared its commit.
    const outcome = items.length === 1 ? await saveInGroup(request) : (await saveAlone(request))[0];
    if (!outcome || outcome.kind === 'conflict') throw evidenceErrors.keyReused({ key: idempotencyKey ?? '' });
    if (outcome.kind === 'repeated') return readEarlier(house, outcome.ids);
    return { time, items: ids.map((id, at) => ({ id, digest: outcome.digests[at] ?? '' })), repeated: false };
  };
}

async function readEarlier({ ledger }: EvidenceHouse, ids: readonly string[]): Promise<RecordEvidenceReturnType> {
  const records = await ledger.statements.read(ids);
  return {
    time: records[0]?.statement.time ?? '',
    items: records.map(({ statementId, statement }) => ({ id: statementId, digest: statement.digest })),
    repeated: true,
  };
}
