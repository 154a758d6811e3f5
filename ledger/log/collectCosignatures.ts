import type { Logger } from '../../host/index.ts';
import { parseVerifierKey } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import { askWitness } from './askWitness.ts';

export interface CollectorParameters {
  store: Store;
  logger: Logger;
  signal: AbortSignal;
  /** Whether members may name private addresses for their witnesses; those that the operator entered may have them. */
  allowPrivateUrls: boolean;
  /** Called when a witness cosigned. */
  onCosigned: () => void;
}

/** Asks witnesses side by side; a slow or dead one holds up nobody. */
export interface Collector {
  /** Starts asking every witness whose turn it is for the newest signed checkpoint. Gives when to look again, in ms. */
  tick(): Promise<number>;
  /** Resolves when nobody is being asked any more. */
  settle(): Promise<void>;
}

interface WitnessRow {
  id: string;
  name: string;
  vkeys: string[];
  url: string;
  /** Null where the operator entered it. */
  member: string | null;
  size: string;
  failures: number;
  wait_ms: number;
}

interface SignedRow {
  size: string;
  note: string;
}

const longestBackoffMs = 60_000;
const idleMs = 2_000;

/** Makes a collector of cosignatures. What it knows of each witness is in the database, so that a new leader goes on from there. */
export function createCollector(parameters: CollectorParameters): Collector {
  const { store, logger, signal, allowPrivateUrls, onCosigned } = parameters;
  const asked = new Map<string, Promise<void>>();

  async function ask(row: WitnessRow, signed: SignedRow): Promise<void> {
    const { id, name } = row;
    const size = Number(signed.size);
    try {
      const witness = { name, url: row.url, keys: row.vkeys.map(parseVerifierKey), size: Number(row.size) };
      const checkpoint = { size, note: signed.note };
      const allowPrivate = row.member === null || allowPrivateUrls;
      const { lines, anchorSignature } = await askWitness({ store, witness, checkpoint, signal, allowPrivate });
      await store.transaction(async (tx) => {
        await tx`
          INSERT INTO ledger.cosignatures (size, witness_id, lines, anchor_signature)
          VALUES (${size}, ${id}, ${lines}, ${anchorSignature}) ON CONFLICT DO NOTHING`;
        await tx`
          UPDATE ledger.witnesses
          SET size = ${size}, cosigned_at = now(), attempted_at = now(), next_attempt_at = now(), failures = 0,
            last_error = NULL, disagrees = false
          WHERE id = ${id}`;
      });
      if (row.failures > 0) logger.info({ witness: name, size }, 'the witness cosigns again');
      onCosigned();
    } catch (error) {
      if (signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      const disagrees = error instanceof Error && 'code' in error && error.code === 'LOG_WITNESS_DISAGREES';
      const backoffMs = Math.min(longestBackoffMs, 500 * 2 ** Math.min(row.failures, 10));
      await store.sql`
        UPDATE ledger.witnesses
        SET attempted_at = now(), next_attempt_at = now() + ${backoffMs} * interval '1 millisecond',
          failures = failures + 1, last_error = ${message}, disagrees = ${disagrees}
        WHERE id = ${id}`;
      if (row.failures === 0 || disagrees) logger.warn({ witness: name, size, err: error }, 'a witness did not cosign');
    }
  }

  return {
    async tick() {
      const [signed] = await store.sql<SignedRow[]>`
        SELECT size, note FROM ledger.signed_checkpoints ORDER BY size DESC LIMIT 1`;
      if (!signed) return idleMs;
      const rows = await store.sql<WitnessRow[]>`
        SELECT id, name, vkeys, url, member, size, failures,
          greatest(0, extract(epoch FROM next_attempt_at - now()) * 1000)::float8 AS wait_ms
        FROM ledger.witnesses
        WHERE removed_at IS NULL AND url IS NOT NULL AND NOT EXISTS (
          SELECT FROM ledger.cosignatures WHERE cosignatures.size = ${signed.size} AND witness_id = witnesses.id)`;
      let nextMs = idleMs;
      for (const row of rows) {
        if (asked.has(row.id)) continue;
        if (row.wait_ms > 0) {
          nextMs = Math.min(nextMs, row.wait_ms);
          continue;
        }
        const asking = ask(row, signed)
          .catch((error: unknown) => {
            if (!signal.aborted) logger.warn({ witness: row.name, err: error }, 'a cosignature was not stored');
          })
          .finally(() => asked.delete(row.id));
        asked.set(row.id, asking);
      }
      return Math.ceil(nextMs);
    },
    async settle() {
      await Promise.all(asked.values());
    },
  };
}
