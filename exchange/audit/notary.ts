import type { ProofBundle } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';

/** What of a record goes into the evidence log. */
export interface NotaryRecord {
  /** UUID of the record; its statement has the same id and the subject `urn:uuid:<id>`. */
  id: string;
  /** Slug of the department. */
  member: string;
  /** ISO 8601 in UTC. */
  time: string;
  digest: string;
}

/** The way of records into the evidence log: the platform's own, or over HTTP from a standalone connector. */
export interface Notary {
  /** Takes records over in the caller's transaction; with its commit they will be stated, once each. */
  append(tx: Tx, records: readonly NotaryRecord[]): Promise<void>;
  /** Which of these records are under a checkpoint that the chain executed. */
  findAnchored(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** The proof of one record; null while there is none. */
  bundleOf(id: string): Promise<ProofBundle | null>;
  /** Works until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}
