import type { Transfer } from '../../dsp/dsp.ts';
import { csvLine } from '../content/csv.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { type StreamHeader, streamUse } from '../plane/serveStream.ts';
import { readFrames } from '../seal/frames.ts';
import { openPlane } from './callPlane.ts';
import type { IntakeRow, Manifest } from './intakeRow.ts';
import { makeOpener, openFrame } from './openChunks.ts';
import { openSink } from './openSink.ts';
import type { Sink } from './sink.ts';

/** A connection that lasts longer is made anew, which costs a token and shows the provider that somebody is there. */
const connectionMs = 10 * 60_000;
/** Rows become durable at once where they come slowly, and after so many frames where they come fast. */
const flushFrames = 20;

const newline = 10;

/** Splits a frame in clear into its header and its rows. */
function splitFrame(clear: Buffer, number: number): { header: StreamHeader; rows: Buffer } {
  const end = clear.indexOf(newline);
  try {
    const header = JSON.parse(clear.subarray(0, end).toString('utf8')) as StreamHeader;
    if (Array.isArray(header.columns) && Number.isSafeInteger(header.rows))
      return { header, rows: clear.subarray(end + 1) };
  } catch {
    // Told below.
  }
  throw deliveryErrors.chunkWrong({ number, problem: 'it is no frame of a stream' });
}

/** Receives new rows behind those that are here, until the other side or the signal ends it. */
export async function streamRows(
  context: DeliveryContext,
  p: { intake: IntakeRow; transfer: Transfer; manifest: Manifest; key: Uint8Array; signal: AbortSignal },
): Promise<void> {
  const { intake, transfer, manifest, key, signal } = p;
  // Types of a stream's columns are told by no manifest; a table of texts takes all of them.
  let sink: Sink | null = intake.destination.kind === 'file' ? await openSink(context, intake, manifest) : null;
  let after = sink ? sink.after : intake.after;
  if (!sink && intake.manifest && intake.manifest.columns.length > 0) {
    sink = await openSink(context, intake, intake.manifest);
    after = sink.after;
  }
  const { purpose, case_number: caseNumber } = intake;
  const answer = await openPlane(context, {
    transfer,
    method: 'POST',
    path: '/stream',
    body: Buffer.from(JSON.stringify({ purpose, caseNumber, after: after ?? null })),
    timeoutMs: connectionMs,
    signal,
  }).catch(async (error: unknown) => {
    await sink?.close();
    throw error;
  });
  try {
    const opener = makeOpener(transfer, manifest, key, streamUse(String(answer.headers['xy-stream'] ?? '')));
    let expected = 0;
    let unflushed = 0;
    for await (const frame of readFrames(answer.body as AsyncIterable<Uint8Array>)) {
      signal.throwIfAborted();
      if (frame.number !== expected)
        throw deliveryErrors.chunkWrong({ number: frame.number, problem: 'it came out of turn' });
      expected += 1;
      const { header, rows } = splitFrame(openFrame(opener, frame), frame.number);
      if (header.rows === 0) {
        await sink?.flush();
        continue;
      }
      if (!sink) {
        const columns = header.columns.map((name) => ({ name, type: 'text' as const, nullable: true }));
        await context.house.store.sql`
          UPDATE exchange.intakes SET manifest = ${context.house.store.sql.json({ ...manifest, columns } as never)} WHERE id = ${intake.id}`;
        sink = await openSink(context, intake, { columns });
      }
      const begins = intake.destination.kind === 'file' && sink.next === 0;
      await sink.write({
        number: sink.next,
        digest: frame.digest,
        clear: begins ? Buffer.concat([Buffer.from(csvLine(header.columns)), rows]) : rows,
        rows: header.rows,
        after: header.after,
      });
      unflushed += 1;
      if (unflushed >= flushFrames || answer.body.readableLength === 0) {
        await sink.flush();
        unflushed = 0;
      }
    }
  } catch (error) {
    answer.body.destroy();
    if (error instanceof RangeError) throw deliveryErrors.chunkWrong({ number: 0, problem: error.message });
    throw answer.explain(error);
  } finally {
    await sink?.flush().catch(() => {});
    await sink?.close();
  }
}
