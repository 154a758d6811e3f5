import type { Tx } from '../../../store/index.ts';
import type { DeliveryContext } from '../parts.ts';

/** Digests of chunks that wait to be kept. */
export interface KeptChunk {
  number: number;
  digest: Uint8Array;
}

/** Keeps digests; those of before stay as they are. */
export async function keepChunks(tx: Tx, intake: string, chunks: readonly KeptChunk[]): Promise<void> {
  if (chunks.length === 0) return;
  const rows = chunks.map(({ number, digest }) => ({ intake, number, digest: Buffer.from(digest) }));
  await tx`INSERT INTO exchange.intake_chunks ${tx(rows)} ON CONFLICT DO NOTHING`;
}

/** How far an intake is. */
export interface Progress {
  chunks: number;
  bytes: number;
  rows?: number | null;
  after?: unknown;
}

/** Writes the progress row together with the digests. */
export async function saveProgress(
  { house }: DeliveryContext,
  intake: string,
  chunks: readonly KeptChunk[],
  progress: Progress,
): Promise<void> {
  const { store, now } = house;
  await store.transaction(async (tx) => {
    await keepChunks(tx, intake, chunks);
    await tx`
      UPDATE exchange.intakes SET ${tx({
        chunks: progress.chunks,
        bytes: progress.bytes,
        changed_at: now(),
        attempts: 0,
        problem: null,
        ...(progress.rows === undefined ? {} : { rows: progress.rows }),
        ...(progress.after === undefined ? {} : { after: progress.after as never }),
      })}
      WHERE id = ${intake}`;
  });
}
