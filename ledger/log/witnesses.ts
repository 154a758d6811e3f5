import { checkOutgoingUrl } from '../../host/index.ts';
import { encodeHex, type Hex, parseVerifierKey } from '../../proof/index.ts';
import type { Sql, Store, Tx } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import { readQuorum } from './publishCheckpoint.ts';
import { readWitnessKeys } from './readWitnessKeys.ts';

/** Who vouches for the log, and how it goes with each. */
export interface WitnessSet {
  /** How many have to cosign a checkpoint before it is published; 0: none has to. */
  threshold: number;
  /** Who enters them: the platform's operator or, once there is an alliance, its members by vote. */
  decidedBy: 'operator' | 'alliance';
  witnesses: WitnessState[];
}

export interface WitnessState {
  name: string;
  vkeys: string[];
  /** Account that signs for the chain; null where the witness does not. */
  address: Hex | null;
  /** Null where it was elected and has published no profile yet. */
  url: string | null;
  /** Slug of the member that runs it; null where the operator entered it. */
  member: string | null;
  addedAt: string;
  /** Size that it cosigned last. */
  size: number;
  /** By how many statements it is behind the newest signed checkpoint. */
  lag: number;
  cosignedAt: string | null;
  attemptedAt: string | null;
  /** Failures in a row. */
  failures: number;
  lastError: string | null;
  /** It knows another or a longer history than this database. */
  disagrees: boolean;
}

interface WitnessRow {
  name: string;
  vkeys: string[];
  address: Hex | null;
  url: string | null;
  member: string | null;
  added_at: Date;
  size: string;
  newest: string;
  cosigned_at: Date | null;
  attempted_at: Date | null;
  failures: number;
  last_error: string | null;
  disagrees: boolean;
}

/** A witness as its operator publishes it. */
export interface AddWitnessParameters {
  /** Verifier keys (signed-note) under one name: at least one of type 0x04 or 0x06; one of 0xff lets it sign for the chain. */
  vkeys: string[];
  /** Submission prefix (tlog-witness); `add-checkpoint` is below it. */
  url: string;
}

/** Most witnesses at a time, as the contract has it. */
const mostWitnesses = 64;

/** Reads the present witnesses with how it goes with each. */
export async function readWitnesses(store: Store, chain: string | null): Promise<WitnessSet> {
  const [{ threshold }, isVoted, rows] = await Promise.all([
    readQuorum(store.sql),
    isDecidedByVote(store.sql, chain),
    store.sql<WitnessRow[]>`
      SELECT name, vkeys, address, url, member, added_at, size, cosigned_at, attempted_at, failures, last_error, disagrees,
        coalesce((SELECT max(size) FROM ledger.signed_checkpoints), 0) AS newest
      FROM ledger.witnesses WHERE removed_at IS NULL ORDER BY name`,
  ]);
  return {
    threshold,
    decidedBy: isVoted ? 'alliance' : 'operator',
    witnesses: rows.map((row) => ({
      name: row.name,
      vkeys: row.vkeys,
      address: row.address,
      url: row.url,
      member: row.member,
      addedAt: row.added_at.toISOString(),
      size: Number(row.size),
      lag: Math.max(0, Number(row.newest) - Number(row.size)),
      cosignedAt: row.cosigned_at?.toISOString() ?? null,
      attemptedAt: row.attempted_at?.toISOString() ?? null,
      failures: row.failures,
      lastError: row.last_error,
      disagrees: row.disagrees,
    })),
  };
}

/** What the caller writes of a change, in the same SQL transaction. */
export type RecordChange = (tx: Tx) => Promise<unknown>;

/** The log a witness is for. */
export interface WitnessedLog {
  store: Store;
  chain: string | null;
}

/** Whether the log was handed over, so that the operator no longer decides. */
async function isDecidedByVote(sql: Sql | Tx, chain: string | null): Promise<boolean> {
  return (await sql`SELECT FROM ledger.log_hand_overs WHERE chain = ${chain}`).count > 0;
}

/**
 * Adds a witness; it is asked from the next checkpoint on.
 * @throws LOG_WITNESS_INVALID, LOG_WITNESS_EXISTS, LOG_WITNESSES_VOTED, HOST_URL_INVALID
 */
export async function addWitness(
  log: WitnessedLog,
  { vkeys, url }: AddWitnessParameters,
  record?: RecordChange,
): Promise<{ name: string }> {
  checkOutgoingUrl(url, true);
  const { name, address, texts } = readWitnessKeys(vkeys);
  await change(log, record, async (tx) => {
    const { witnesses } = await readQuorum(tx);
    await refuseKnownKeys(tx, texts);
    if (witnesses >= mostWitnesses) {
      const problem = `there are ${mostWitnesses} already`;
      throw logErrors.witnessInvalid({ problem }, { zh: { problem: `已有 ${mostWitnesses} 个见证方` } });
    }
    const added = await tx`
      INSERT INTO ledger.witnesses (name, vkeys, address, url) VALUES (${name}, ${texts}, ${address}, ${url})
      ON CONFLICT DO NOTHING`;
    if (added.count === 0) throw logErrors.witnessExists({ name });
  });
  return { name };
}

/** Removes a witness; what it cosigned stays. @throws LOG_WITNESS_UNKNOWN, LOG_WITNESSES_VOTED, LOG_BAD_THRESHOLD when too few would be left */
export async function removeWitness(log: WitnessedLog, name: string, record?: RecordChange): Promise<void> {
  await change(log, record, async (tx) => {
    const removed = await tx`
      UPDATE ledger.witnesses SET removed_at = now() WHERE name = ${name} AND removed_at IS NULL`;
    if (removed.count === 0) throw logErrors.witnessUnknown({ name });
  });
}

/** Sets how many witnesses have to cosign. @throws LOG_BAD_THRESHOLD, LOG_WITNESSES_VOTED */
export async function setWitnessThreshold(log: WitnessedLog, threshold: number, record?: RecordChange): Promise<void> {
  await change(log, record, async (tx) => {
    await tx`UPDATE ledger.witness_policy SET threshold = ${threshold}, changed_at = now()`;
  });
}

/** Changes the set in one SQL transaction, one change at a time, and tells whoever signs and anchors. */
async function change(
  { store, chain }: WitnessedLog,
  record: RecordChange | undefined,
  apply: (tx: Tx) => Promise<void>,
): Promise<void> {
  await store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.witness_policy FOR UPDATE`;
    if (await isDecidedByVote(tx, chain)) throw logErrors.witnessesVoted();
    await apply(tx);
    const { threshold, witnesses: count } = await readQuorum(tx);
    if (threshold > count) throw logErrors.badThreshold({ threshold, count });
    await record?.(tx);
    await tx`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
  });
}

/** One key under two names would count twice. */
async function refuseKnownKeys(tx: Tx, vkeys: readonly string[]): Promise<void> {
  const rows = await tx<{ name: string; vkeys: string[] }[]>`
    SELECT name, vkeys FROM ledger.witnesses WHERE removed_at IS NULL`;
  const bytesOf = (vkey: string) => encodeHex(parseVerifierKey(vkey).publicKey);
  const wanted = new Set(vkeys.map(bytesOf));
  const holder = rows.find((row) => row.vkeys.some((vkey) => wanted.has(bytesOf(vkey))));
  if (holder) throw logErrors.witnessExists({ name: holder.name });
}
