import { randomBytes, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tx } from '../../../store/index.ts';
import { needSpace } from '../needSpace.ts';
import type { DeliveryContext } from '../parts.ts';
import type { Given } from '../plane/given.ts';
import {
  type ChunkSealer,
  digestChunk,
  digestOfChunks,
  findSuite,
  makeChunkSealer,
  prefixBytes,
} from '../seal/chunkSeal.ts';
import type { DataSource, Row } from '../sources/source.ts';
import type { DeliveryContent, DeliveryRow } from '../transfers/deliveryRow.ts';
import { csvLine, csvRow } from './csv.ts';
import { type ClearChunk, cutBytes, cutRows } from './cutChunks.ts';

export interface MakeSpoolParameters {
  delivery: DeliveryRow;
  given: Given;
  source: DataSource;
  /** providerPid of the transfer. */
  pid: string;
  /** Types of guessed columns are no promise. */
  typesAreExact: boolean;
  /** Is told the identifiers of the persons in the rows, batch by batch. */
  onPersons: (identifiers: string[]) => Promise<void>;
  signal: AbortSignal;
}

/** Where sealed rows wait for the consumer. */
export const spoolFolder = (folder: string, participant: string): string => join(folder, participant, 'spool');

const rowsAtOnce = 64;

interface Placed {
  number: number;
  digest: Buffer;
  bytes: number;
  place: number;
}

async function insertChunks(tx: Tx, { participant, transfer }: DeliveryRow, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  await tx`
    INSERT INTO exchange.delivery_chunks ${tx(placed.map((one) => ({ participant, transfer, ...one })))}`;
}

/** Seals chunks into a file one after the other; the last one is known only when no other follows. */
async function* sealAll(
  chunks: AsyncIterable<ClearChunk>,
  sealer: ChunkSealer,
): AsyncGenerator<{ sealed: Buffer; number: number; rows: number }> {
  let number = 0;
  let held: ClearChunk | null = null;
  for await (const chunk of chunks) {
    if (held) {
      yield { sealed: sealer.seal(number, false, held.bytes), number, rows: held.rows };
      number += 1;
    }
    held = chunk;
  }
  if (held) yield { sealed: sealer.seal(number, true, held.bytes), number, rows: held.rows };
}

async function cut(p: MakeSpoolParameters, columns: DeliveryContent['columns']): Promise<AsyncIterable<ClearChunk>> {
  const { given, source, delivery, onPersons, signal } = p;
  const names = given.items.map(({ name }) => name);
  const read = [
    ...new Set([...given.items.map(({ column }) => column), ...(given.personColumn ? [given.personColumn] : [])]),
  ];
  let count = 0;
  async function* rows(): AsyncGenerator<Row[]> {
    for await (const batch of source.read({ columns: read, filter: given.filter, signal })) {
      const { personColumn } = given;
      if (personColumn)
        await onPersons(batch.flatMap((row) => (row[personColumn] == null ? [] : [String(row[personColumn])])));
      count += batch.length;
      yield batch.map(given.mask);
    }
  }
  if (delivery.format === 'xy:pull-parquet') {
    const typed = columns.map((column, index) => ({
      ...column,
      exact: p.typesAreExact && given.items[index]?.mask === null,
    }));
    const { writeParquet } = await import('./parquet.ts');
    return cutBytes(writeParquet(typed, rows()), () => count);
  }
  async function* lines(): AsyncGenerator<string[]> {
    for await (const batch of rows()) yield batch.map((row) => csvRow(row, names));
  }
  return cutRows(csvLine(names), lines());
}

/**
 * Reads the granted rows once, as of one moment, and seals them into a file that is served from then on: what a resumed transfer
 * gets is what it began with, whatever happens to the source meanwhile. (A cursor over keys would need no file, but would mix
 * moments; and a source that is asked again under the same nonces must not have changed.) Only sealed bytes touch the disk. All in
 * the caller's transaction; an error leaves nothing.
 */
export async function makeSpool(context: DeliveryContext, tx: Tx, p: MakeSpoolParameters): Promise<void> {
  const { delivery, given, source, pid } = p;
  const { participant, transfer } = delivery;
  const suite = findSuite(delivery.suite);
  if (!suite) throw new Error(`The suite ${delivery.suite} is not known.`);
  const described = await source.describe(p.signal);
  const columns = given.items.map(({ name, column, mask }) => {
    const found = described.columns.find((one) => one.name === column);
    return {
      name,
      type: mask ? ('text' as const) : (found?.type ?? ('text' as const)),
      nullable: found?.nullable ?? true,
    };
  });
  // A spool that was begun before and never served is made anew, under other nonces.
  const prefix = randomBytes(prefixBytes);
  const sealer = makeChunkSealer({
    suite,
    key: await context.keys.open(delivery),
    prefix,
    transfer: pid,
    agreement: delivery.agreement,
  });
  const folder = spoolFolder(context.folder, participant);
  const name = `${transfer}.${randomUUID()}`;
  await needSpace(context, null);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const handle: FileHandle = await open(path, 'wx', 0o600);
  try {
    const digests: Buffer[] = [];
    let placed: Placed[] = [];
    let place = 0;
    let rows = 0;
    for await (const chunk of sealAll(await cut(p, columns), sealer)) {
      p.signal.throwIfAborted();
      const { bytesWritten } = await handle.write(chunk.sealed, 0, chunk.sealed.length, place);
      // A full disk takes a part of the last chunk without a word.
      if (bytesWritten !== chunk.sealed.length) throw new Error('The disk took only a part of a chunk.');
      const digest = digestChunk(chunk.sealed);
      digests.push(digest);
      placed.push({ number: chunk.number, digest, bytes: chunk.sealed.length, place });
      place += chunk.sealed.length;
      rows += chunk.rows;
      if (placed.length >= rowsAtOnce) {
        await needSpace(context, null);
        await insertChunks(tx, delivery, placed);
        placed = [];
      }
    }
    await insertChunks(tx, delivery, placed);
    await handle.sync();
    const isParquet = delivery.format === 'xy:pull-parquet';
    const content: DeliveryContent = {
      kind: 'rows',
      name: `${given.dataset.table.replace(/[^\p{L}\p{N}._-]+/gu, '_')}.${isParquet ? 'parquet' : 'csv'}`,
      mediaType: isParquet ? 'application/vnd.apache.parquet' : 'text/csv; charset=utf-8; header=present',
      columns,
      size: null,
      version: null,
      datasetVersion: given.dataset.version,
      spool: name,
    };
    await tx`
      UPDATE exchange.deliveries SET ${tx({
        state: 'ready',
        prefix,
        content: content as never,
        chunks: digests.length,
        bytes: place,
        rows,
        digest: digestOfChunks(digests),
        problem: null,
      })}
      WHERE participant = ${participant} AND transfer = ${transfer}`;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}
