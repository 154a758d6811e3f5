import type { Page, PageParameters } from '../../alliance/index.ts';
import { createGroupCommit, makeStatementIds } from '../../ledger/index.ts';
import type { ExchangeBundle } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { House } from '../house.ts';
import { type AnchoringState, openAnchoringWatch } from './anchoringWatch.ts';
import type { Anomaly } from './anomalies/anomaly.ts';
import { examineRecords } from './anomalies/examineRecords.ts';
import { type AnomalyFilter, type Judgement, judgeAnomaly, listAnomalies } from './anomalies/listAnomalies.ts';
import type { AuditEntry, RecordReference, RecordSigner } from './auditEntry.ts';
import { chainRecords } from './chainRecords.ts';
import { erasePersonal } from './erasePersonal.ts';
import { auditErrors } from './errors.ts';
import { exportRecords } from './exportRecords.ts';
import { findRecords, type RecordFilter, readRecord } from './findRecords.ts';
import { insertRecords } from './insertRecords.ts';
import { type BundleSources, isSignedByLast, makeBundle } from './makeBundle.ts';
import { makeRecord } from './makeRecord.ts';
import type { Notary } from './notary.ts';
import { readStatistics, type Statistics, type StatisticsGroup } from './readStatistics.ts';
import type { AuditRecord } from './recordRow.ts';
import { openRefusals } from './refusals.ts';
import { runAudit } from './runAudit.ts';
import { judgeLateness, type Lateness, warnShare } from './watchLateness.ts';

export type { Anomaly } from './anomalies/anomaly.ts';
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
   * one counterparty, or of all strangers, are counted and told in one record at the minute's end; null then. What strangers
   * ask of a participant that is none of this installation is nobody's record; null too.
   */
  recordAlone(entry: AuditEntry): Promise<RecordReference | null>;
  /** Refuses when records have waited longer than allowed for their anchor. @throws AUDIT_ANCHORING_LATE (503) */
  assertAccepting(participant: string): void;
  /** Chains, signs and hands to the notary what waits; gives how many. `run` does it all the time. */
  chainWaiting(): Promise<number>;
  /** How far a participant's records have come. */
  readAnchoring(participant: string): Promise<AnchoringState>;
  /** How late anchoring is, under the limit of this installation. */
  readStatus(participant: string): Promise<AuditStatus>;
  /** Search for auditors, the newest first. @throws ALLIANCE_PAGE_TOKEN_WRONG */
  find(participant: string, filter: RecordFilter, page: PageParameters): Promise<Page<AuditRecord>>;
  /** One record with its signed text and documents. @throws AUDIT_RECORD_UNKNOWN */
  readRecord(participant: string, id: string): ReturnType<typeof readRecord>;
  statistics(participant: string, filter: RecordFilter & { by: StatisticsGroup; most?: number }): Promise<Statistics>;
  /** The records as CSV, in pieces. */
  exportCsv(participant: string, filter: RecordFilter): AsyncIterable<string>;
  /** What is out of the ordinary. */
  anomalies(participant: string, filter: AnomalyFilter, page: PageParameters): Promise<Page<Anomaly>>;
  /** Writes down what an auditor says of an anomaly, with a record of it. @throws AUDIT_ANOMALY_UNKNOWN */
  judgeAnomaly(judgement: Omit<Judgement, 'at'>): Promise<Anomaly>;
  /** Looks through the records that came since the last time; gives how many. `run` does it all the time. */
  examine(): Promise<number>;
  /**
   * The evidence bundle of an exchange from the participant's view.
   * @throws AUDIT_AGREEMENT_UNKNOWN, AUDIT_BUNDLE_TOO_LARGE; AUDIT_NOT_YET_ANCHORED (409, retryable)
   */
  bundle(participant: string, agreement: string, period?: { from?: string; until?: string }): Promise<ExchangeBundle>;
  /** Removes what may name a person from records: case numbers and pseudonyms. Gives how many records had some. */
  erasePersonal(tx: Tx, participant: string, ids: readonly string[]): Promise<number>;
  /** Works in the background until the signal aborts; any number of processes may run it. The notary runs by itself. */
  run(signal: AbortSignal): Promise<void>;
}

/** The state of a participant's records, for people. */
export interface AuditStatus {
  participant: string;
  /** Records in the chain; of them anchored, from the first on; and written a moment ago, not chained yet. */
  chained: number;
  anchored: number;
  waiting: number;
  /** ISO 8601; null when all are anchored. */
  oldestPending: string | null;
  latenessSeconds: number;
  warnSeconds: number;
  limitSeconds: number;
  state: Lateness;
}

/** What the audit stands on. */
export interface OpenAuditParameters {
  house: House;
  /** The connector's identity. */
  signer: RecordSigner;
  notary: Notary;
  /** What of other parts goes into evidence bundles; without it they have no DID documents and no facts of the grant. */
  sources?: BundleSources;
}

const noSources: BundleSources = { resolve: async () => null, readGrant: async () => null };

/** Opens the audit over its tables. */
export function openAudit({ house, signer, notary, sources = noSources }: OpenAuditParameters): Audit {
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
  const here = new Set<string>();

  async function runsHere(participant: string): Promise<boolean> {
    if (here.has(participant)) return true;
    const [known] = await store.sql`SELECT FROM exchange.participants WHERE slug = ${participant}`;
    if (known) here.add(participant);
    return known !== undefined;
  }

  const saveInGroup = createGroupCommit<AuditEntry, RecordReference>({ store, save: recordAll });
  const chainWaiting = () => chainRecords({ store, signer, notary });

  async function bundle(participant: string, agreement: string, period: { from?: string; until?: string } = {}) {
    const made = await makeBundle({ store, signer, notary, sources, participant, agreement, now: now(), ...period });
    if (isSignedByLast(made)) return made;
    // The keys were changed since: a record says so, and ties the new key to the evidence.
    await saveInGroup({ participant, kind: 'act', outcome: 'ok', agreement, detail: { act: 'key-confirmed' } });
    throw auditErrors.notYetAnchored({ count: 1 });
  }

  return {
    record,
    bundle,
    async readStatus(participant) {
      const { oldestPending, ...counts } = await watch.read(participant);
      const limitMs = house.settings.anchoringLimitMs;
      const latenessMs = watch.latenessMs(participant);
      return {
        ...counts,
        oldestPending: oldestPending?.toISOString() ?? null,
        latenessSeconds: Math.round(latenessMs / 1_000),
        warnSeconds: Math.round((limitMs * warnShare) / 1_000),
        limitSeconds: Math.round(limitMs / 1_000),
        state: judgeLateness(latenessMs, limitMs),
      };
    },
    find: (participant, filter, page) => findRecords(store, participant, filter, page),
    readRecord: (participant, id) => readRecord(store, participant, id),
    statistics: (participant, filter) => readStatistics(store, participant, filter),
    exportCsv: (participant, filter) => exportRecords(store, participant, filter),
    anomalies: (participant, filter, page) => listAnomalies(store, participant, filter, page),
    judgeAnomaly: (judgement) =>
      store.transaction(async (tx) => {
        const { participant, id, state, by } = judgement;
        const judged = await judgeAnomaly(tx, { ...judgement, at: now() });
        const detail = { act: 'anomaly-judged', anomaly: id, rule: judged.rule, state, by };
        await record(tx, { participant, kind: 'act', outcome: 'ok', detail });
        return judged;
      }),
    examine: () => examineRecords(house),
    erasePersonal,
    async recordAlone(entry) {
      const { outcome, counterparty, transfer, participant } = entry;
      const isStrange = outcome !== 'ok' && counterparty === undefined && transfer === undefined;
      // Strangers may name whom they like: a record of it would make keys, a chain and statements in that name.
      if (isStrange && !(await runsHere(participant))) return null;
      if ((isStrange || outcome === 'refused') && !(await refusals.admit(entry, now()))) return null;
      return saveInGroup(entry);
    },
    assertAccepting: watch.assertAccepting,
    chainWaiting,
    readAnchoring: watch.read,
    run: (signal) =>
      runAudit({
        house,
        watch,
        chainWaiting,
        summarise: () => refusals.summarise(now()),
        examine: () => examineRecords(house),
        onWake: (listener) => {
          wake = listener;
        },
        signal,
      }),
  };
}
