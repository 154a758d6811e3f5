import { checkOutgoingUrl } from '../../host/index.ts';
import {
  encodeHex,
  formatVerifierKey,
  type Hex,
  keyTypes,
  parseVerifierKey,
  readWitnessAddress,
} from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { logErrors } from './errors.ts';
import { readQuorum } from './publishCheckpoint.ts';

/** Who vouches for the log, and how it goes with each. */
export interface WitnessSet {
  /** How many have to cosign a checkpoint before it is published; 0: none has to. */
  threshold: number;
  witnesses: WitnessState[];
}

export interface WitnessState {
  name: string;
  vkeys: string[];
  /** Account that signs for the chain; null where the witness does not. */
  address: Hex | null;
  url: string;
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
  url: string;
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
export async function readWitnesses(store: Store): Promise<WitnessSet> {
  const [{ threshold }, rows] = await Promise.all([
    readQuorum(store.sql),
    store.sql<WitnessRow[]>`
      SELECT name, vkeys, address, url, added_at, size, cosigned_at, attempted_at, failures, last_error, disagrees,
        coalesce((SELECT max(size) FROM ledger.signed_checkpoints), 0) AS newest
      FROM ledger.witnesses WHERE removed_at IS NULL ORDER BY name`,
  ]);
  return {
    threshold,
    witnesses: rows.map((row) => ({
      name: row.name,
      vkeys: row.vkeys,
      address: row.address,
      url: row.url,
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

/** Adds a witness; it is asked from the next checkpoint on. @throws LOG_WITNESS_INVALID, LOG_WITNESS_EXISTS, HOST_URL_INVALID */
export async function addWitness(store: Store, { vkeys, url }: AddWitnessParameters): Promise<{ name: string }> {
  checkOutgoingUrl(url, true);
  const { name, address, texts } = readKeys(vkeys);
  await change(store, async (tx) => {
    const { witnesses } = await readQuorum(tx);
    await refuseKnownKeys(tx, texts);
    if (witnesses >= mostWitnesses) throw logErrors.witnessInvalid({ problem: `there are ${mostWitnesses} already` });
    const added = await tx`
      INSERT INTO ledger.witnesses (name, vkeys, address, url) VALUES (${name}, ${texts}, ${address}, ${url})
      ON CONFLICT DO NOTHING`;
    if (added.count === 0) throw logErrors.witnessExists({ name });
  });
  return { name };
}

/** Removes a witness; what it cosigned stays. @throws LOG_WITNESS_UNKNOWN, LOG_BAD_THRESHOLD when too few would be left */
export async function removeWitness(store: Store, name: string): Promise<void> {
  await change(store, async (tx) => {
    const removed = await tx`
      UPDATE ledger.witnesses SET removed_at = now() WHERE name = ${name} AND removed_at IS NULL`;
    if (removed.count === 0) throw logErrors.witnessUnknown({ name });
  });
}

/** Sets how many witnesses have to cosign. @throws LOG_BAD_THRESHOLD */
export async function setWitnessThreshold(store: Store, threshold: number): Promise<void> {
  await change(store, async (tx) => {
    await tx`UPDATE ledger.witness_policy SET threshold = ${threshold}, changed_at = now()`;
  });
}

/** Changes the set in one SQL transaction, one change at a time, and tells whoever signs and anchors. */
async function change(store: Store, apply: (tx: Tx) => Promise<void>): Promise<void> {
  await store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.witness_policy FOR UPDATE`;
    await apply(tx);
    const { threshold, witnesses: count } = await readQuorum(tx);
    if (threshold > count) throw logErrors.badThreshold({ threshold, count });
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

function readKeys(vkeys: readonly string[]): { name: string; address: Hex | null; texts: string[] } {
  const keys = vkeys.map((vkey) => parseVerifierKey(vkey.trim()));
  const fail = (problem: string) => logErrors.witnessInvalid({ problem });
  const [first] = keys;
  if (!first) throw fail('it has no key');
  if (keys.some(({ name }) => name !== first.name)) throw fail('its keys have different names');
  if (keys.some(({ type }) => type === keyTypes.ed25519))
    throw fail('a key of type 0x01 is for logs, not for witnesses');
  if (keys.every(({ type }) => type === keyTypes.eip712)) throw fail('it has no key of type 0x04 or 0x06');
  if (new Set(keys.map(({ type }) => type)).size < keys.length) throw fail('it has two keys of one type');
  const address = keys.map(readWitnessAddress).find((found) => found !== null) ?? null;
  return { name: first.name, address, texts: keys.map(formatVerifierKey) };
}
