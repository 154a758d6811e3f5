import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { csvRow } from '../content/csv.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { digestChunk, digestOfChunks, findSuite, makeChunkSealer } from '../seal/chunkSeal.ts';
import type { Frame } from '../seal/frames.ts';
import type { Value } from '../sources/source.ts';
import type { Admitted, PlaneCall } from './admit.ts';
import { beginDelivery } from './beginDelivery.ts';
import { givenByGrant } from './given.ts';
import { judge } from './judge.ts';
import { readStreamMessage } from './messages.ts';
import { serve } from './serve.ts';
import { toBytes } from './serveChunks.ts';

/** First line of a stream's frame in clear; the rows follow as CSV. */
export interface StreamHeader {
  columns: string[];
  rows: number;
  /** Where the consumer goes on after this frame. */
  after: Value[] | null;
}

const batchRows = 1_000;
const askEveryMs = 500;
/** A frame without rows says that the stream lives. */
const silenceMs = 10_000;

/** The use of the transfer's key for one connection of a stream: each has nonces of its own. */
export const streamUse = (stream: string): string => `stream ${stream}`;

interface StreamParameters extends Admitted {
  after: Value[] | null;
  stream: string;
  signal: AbortSignal;
}

/** New rows, batch by batch, in the order of the cursor column, until stopped. What leaves is recorded when it ends. */
async function* readFrames(context: DeliveryContext, p: StreamParameters): AsyncGenerator<Frame> {
  const { transfer, delivery, caller, stream, signal } = p;
  const { participant, id, agreementId: agreement } = transfer;
  const { purpose, case_number: caseNumber } = delivery;
  const suite = findSuite(delivery.suite);
  if (!suite) throw deliveryErrors.notFound();
  const sealer = makeChunkSealer(
    { suite, key: await context.keys.open(delivery), prefix: delivery.prefix, transfer: pidOf(id), agreement },
    streamUse(stream),
  );
  const question = { participant, agreement, stage: 'running' as const, purpose, caseNumber, counts: false };
  const grant = await judge(context, question);
  const given = await givenByGrant(context, grant);
  const { cursor } = given.reference;
  if (cursor === undefined) throw deliveryErrors.notStreamable({ problem: 'its dataset names no cursor column' });
  const names = given.items.map(({ name }) => name);
  const columns = [
    ...new Set([...given.items.map(({ column }) => column), ...(given.personColumn ? [given.personColumn] : [])]),
  ];
  const source = await context.sources.use(participant, given.reference);
  const digests: Buffer[] = [];
  let { after } = p;
  let rowsInAll = 0;
  let bytes = 0;
  let number = 0;
  let lastFrameAt = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      signal.throwIfAborted();
      const batch = await source.readAfter({ columns, filter: given.filter, cursor, after, limit: batchRows, signal });
      after = batch.after;
      if (batch.rows.length > 0 || performance.now() - lastFrameAt > silenceMs) {
        await judge(context, question);
        const { personColumn } = given;
        const persons = personColumn
          ? batch.rows.flatMap((row) => (row[personColumn] == null ? [] : [String(row[personColumn])]))
          : [];
        if (persons.length > 0) await recordPersons(context, p, grant, given, persons);
        const header: StreamHeader = { columns: names, rows: batch.rows.length, after };
        const text = `${JSON.stringify(header)}\n${batch.rows.map((row) => csvRow(given.mask(row), names)).join('')}`;
        const sealed = sealer.seal(number, false, Buffer.from(text));
        const digest = digestChunk(sealed);
        digests.push(digest);
        yield { number, last: false, digest, sealed };
        number += 1;
        rowsInAll += batch.rows.length;
        bytes += sealed.length;
        lastFrameAt = performance.now();
      }
      if (batch.rows.length < batchRows) await pause(askEveryMs, undefined, { signal }).catch(() => {});
    }
  } finally {
    source.release();
    if (rowsInAll > 0) {
      await context.audit.recordAlone({
        participant,
        kind: 'delivery',
        outcome: 'ok',
        counterparty: caller.did,
        transfer: id,
        agreement,
        grant: grant.id,
        dataset: grant.dataset,
        purpose: purpose ?? undefined,
        caseNumber: caseNumber ?? undefined,
        bytes,
        rows: rowsInAll,
        detail: { step: 'streamed', frames: number, digest: digestOfChunks(digests) },
      });
    }
  }
}

async function recordPersons(
  context: DeliveryContext,
  { transfer, caller, delivery }: StreamParameters,
  grant: Awaited<ReturnType<typeof judge>>,
  given: Awaited<ReturnType<typeof givenByGrant>>,
  persons: string[],
): Promise<void> {
  const { citizens, house } = context;
  if (!citizens) return;
  await house.store.transaction((tx) =>
    citizens.recordUse(
      tx,
      {
        participant: transfer.participant,
        consumer: { did: caller.did, name: { zh: grant.consumerSlug, en: grant.consumerSlug } },
        dataset: grant.dataset,
        datasetTitle: given.dataset.title,
        kind: 'delivery',
        items: given.items.map(({ name }) => name),
        question: null,
        grant: grant.id,
        agreement: grant.agreement,
        transfer: transfer.id,
        purpose: grant.purpose,
        caseNumber: delivery.case_number,
        at: house.now(),
      },
      persons,
    ),
  );
}

/** Begins a stream of new rows after a place. Gives the body and the id that its keys are derived with. */
export const serveStream = (context: DeliveryContext, call: PlaneCall): Promise<{ bytes: Readable; stream: string }> =>
  serve(context, call, 'stream', async (admitted, facts) => {
    const { transfer, caller } = admitted;
    if (transfer.format !== 'xy:stream') throw deliveryErrors.formatUnknown({ format: 'xy:stream' });
    const { purpose, caseNumber, after } = readStreamMessage(call.body.toString());
    Object.assign(facts, { purpose, caseNumber });
    const delivery = await beginDelivery(context, { transfer, caller, purpose, caseNumber });
    const stream = randomBytes(16).toString('hex');
    const watch = context.stops.watchAlone(transfer.participant, transfer.id);
    const over = new AbortController();
    const signal = AbortSignal.any([watch.signal, over.signal, context.house.context.signal]);
    const frames = readFrames(context, { ...admitted, delivery, after, stream, signal });
    const begun = await frames.next().catch((error: unknown) => {
      watch.release();
      throw error;
    });
    async function* all() {
      try {
        if (!begun.done) yield begun.value;
        yield* frames;
      } finally {
        watch.release();
      }
    }
    const bytes = Readable.from(toBytes(all()), { objectMode: false });
    signal.addEventListener('abort', () => bytes.destroy(), { once: true });
    // The reading waits for rows most of the time; only this ends it when the consumer goes away, be it before the first byte.
    bytes.once('close', () => {
      over.abort();
      watch.release();
      frames.return(undefined).catch(() => {});
    });
    return { bytes, stream };
  });
