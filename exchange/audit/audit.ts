import { createGroupCommit, makeStatementIds } from '../../ledger/index.ts';
import type { Tx } from '../../store/index.ts';
import type { House } from '../house.ts';
import { type AnchoringState, openAnchoringWatch } from './anchoringWatch.ts';
import type { AuditEntry, RecordReference, RecordSigner } from './auditEntry.ts';
import { chainRecords } from './chainRecords.ts';
import { insertRecords } from './insertRecords.ts';
import { makeRecord } from './makeRecord.ts';
import type { Notary } from './notary.ts';
import { openRefusals } from './refusals.ts';
import { runAudit } from './runAudit.ts';

export type { AuditEntry, Outcome, RecordReference, RecordSigner } from './auditEntry.ts';

/** The records of what a connector did, asked and refused: signed, chained per participant, stated in the evidence log. */
export interface Audit {
  /**
   * Writes a record in the caller's transaction, without a lock that others would wait for: it is durable when that commits,
   * and gets its place in the chain, its signature and its statement right after. @throws AUDIT_ENTRY_TOO_LARGE
   */
  record(tx: Tx, entry: AuditEntry): Promise<RecordReference>;
  /**
   * Writes a record by itself; resolves when it is durable. Refusals (outcome `refused`) beyond the first ones of a minute of
   * one counterparty, or of all strangers, are counted and told in one record at the minute's end; null then.
   */
  recordAlone(entry: AuditEntry): Promise<RecordReference | null>;
  /** Refuses when records have waited longer than allowed for their anchor. @throws AUDIT_ANCHORING_LATE (503) */
  assertAccepting(participant: string): void;
  /** Chains, signs and hands to the notary what waits; gives how many. `run` does it all the time. */
  chainWaiting(): Promise<number>;
  /** How far a participant's records have come. */
  readAnchoring(participant: string): Promise<AnchoringState>;
  /** Works in the background until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}

/** What the audit stands on. */
export interface OpenAuditParameters {
  house: House;
  /** The connector's identity. */
  signer: RecordSigner;
  notary: Notary;
}

/** Opens the audit over its tables. */
export function openAudit({ house, signer, notary }: OpenAuditParameters): Audit {
  const { store, now } = house;
  const watch = openAnchoringWatch({ house, notary });
  let wake = () => {};

  async function recordAll(tx: Tx, entries: readonly AuditEntry[]): Promise<RecordReference[]> {
    const ids = makeStatementIds(entries.length);
    const time = now();
    const records = entries.map((entry, at) => makeRecord(entry, ids[at] ?? '', time));
    await insertRecords(tx, records);
    wake();
    return records.map(({ id, digest }) => ({ id, digest }));
  }

  async function record(tx: Tx, entry: AuditEntry): Promise<RecordReference> {
    const [reference] = await recordAll(tx, [entry]);
    if (!reference) throw new Error('A record was not written.');
    return reference;
  }

  const refusals = openRefusals(store, record);
  const saveInGroup = createGroupCommit<AuditEntry, RecordReference>({ store, save: recordAll });
  const chainWaiting = () => chainRecords({ store, signer, notary });

  return {
    record,
    async recordAlone(entry) {
      if (entry.outcome === 'refused' && !(await refusals.admit(entry, now()))) return null;
      return saveInGroup(entry);
    },
    assertAccepting: watch.assertAccepting,
    chainWaiting,
    readAnchoring: watch.read,
    run: (signal) =>
      runAudit({
        house,
        notary,
        watch,
        chainWaiting,
        summarise: () => refusals.summarise(now()),
        onWake: (listener) => {
          wake = listener;
        },
        signal,
      }),
  };
}
