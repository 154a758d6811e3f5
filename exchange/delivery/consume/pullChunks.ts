import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import type { ChunkSealer } from '../seal/chunkSeal.ts';
import { readFrames } from '../seal/frames.ts';
import { freeBytes } from '../seal/freeBytes.ts';
import { readPlane } from './callPlane.ts';
import { openFrame } from './openChunks.ts';
import type { Sink } from './sink.ts';

export interface PullChunksParameters {
  transfer: Transfer;
  /** How many there are in all. */
  chunks: number;
  opener: ChunkSealer;
  sink: Sink;
  signal: AbortSignal;
}

/** Chunks of one request, and requests under way at once: the next one is admitted and sealed while this one comes in. */
const windowChunks = 32;
const windows = 2;
const windowTimeoutMs = 120_000;

type Parts = AsyncIterable<Uint8Array>;

/** Receives the chunks that are missing, in order. The bodies that wait hold no more than their sockets do. */
export async function pullChunks(context: DeliveryContext, p: PullChunksParameters): Promise<void> {
  const { transfer, chunks, sink, signal } = p;
  const over = new AbortController();
  const both = AbortSignal.any([signal, over.signal]);
  const ask = (first: number): Promise<Parts> => {
    const asked = readPlane(context, {
      transfer,
      path: `/chunks/${first}?count=${Math.min(windowChunks, chunks - first)}`,
      timeoutMs: windowTimeoutMs,
      signal: both,
    });
    asked.catch(() => {});
    return asked;
  };
  const underway: Promise<Parts>[] = [];
  let asked = sink.next;
  try {
    while (sink.next < chunks) {
      while (underway.length < windows && asked < chunks) {
        underway.push(ask(asked));
        asked = Math.min(chunks, asked + windowChunks);
      }
      const answer = await underway.shift();
      if (!answer) break;
      await take(answer, p);
    }
  } finally {
    over.abort();
  }
  signal.throwIfAborted();
  if (sink.next !== chunks) throw deliveryErrors.chunkUnknown({ number: sink.next });
}

async function take(parts: Parts, { chunks, opener, sink, signal }: PullChunksParameters): Promise<void> {
  try {
    for await (const frame of readFrames(parts)) {
      signal.throwIfAborted();
      const { number, last } = frame;
      if (number !== sink.next || last !== (number === chunks - 1))
        throw deliveryErrors.chunkWrong({ number, problem: 'it is not the one that was asked for' });
      const clear = openFrame(opener, frame);
      await sink.write({ number, digest: frame.digest, clear, rows: null });
      freeBytes(clear);
    }
  } catch (error) {
    if (error instanceof RangeError) throw deliveryErrors.chunkWrong({ number: sink.next, problem: error.message });
    throw error;
  }
}
