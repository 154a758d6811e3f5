import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import type { Frame } from '../seal/frames.ts';
import { type Admitted, admit, type PlaneCall, type RefusalFacts, recordRefusal } from './admit.ts';
import { answerQuery } from './answerQuery.ts';
import { beginDelivery } from './beginDelivery.ts';
import { endDelivery } from './endDelivery.ts';
import { judge } from './judge.ts';
import { makeManifest } from './manifest.ts';
import { readEndMessage, readOpenMessage, readQueryMessage } from './messages.ts';
import { releaseTransferKey } from './releaseKey.ts';
import { measureFrames, serveFrames } from './serveChunks.ts';

/** Most chunks of one answer. */
const mostChunksAtOnce = 64;

/** Runs one request after `admit`; what is refused is recorded. */
export async function serve<T>(
  context: DeliveryContext,
  call: PlaneCall,
  what: string,
  run: (admitted: Admitted, facts: RefusalFacts) => Promise<T>,
): Promise<T> {
  const facts: RefusalFacts = { detail: { request: what } };
  try {
    return await run(await admit(context, call, facts), facts);
  } catch (error) {
    return recordRefusal(context, call, error, facts);
  }
}

/** Opens a delivery for a purpose and a case; gives its manifest. */
export const serveOpen = (context: DeliveryContext, call: PlaneCall) =>
  serve(context, call, 'open', async ({ transfer, caller }, facts) => {
    const { format } = transfer;
    if (format === 'xy:query' || format === 'xy:push') throw deliveryErrors.formatUnknown({ format: 'xy:pull-…' });
    const { purpose, caseNumber } = readOpenMessage(call.body.toString());
    Object.assign(facts, { purpose, caseNumber });
    return makeManifest(await beginDelivery(context, { transfer, caller, purpose, caseNumber }));
  });

/** The manifest of an opened delivery. */
export const serveManifest = (context: DeliveryContext, call: PlaneCall) =>
  serve(context, call, 'manifest', async ({ delivery }) => makeManifest(delivery));

/** The key, sealed to the consumer. */
export const serveKey = (context: DeliveryContext, call: PlaneCall) =>
  serve(context, call, 'key', async (admitted) => ({ key: await releaseTransferKey(context, admitted) }));

/** Chunks that are ready to be sent: how many bytes they have, and the frames, which end when the transfer is stopped. */
export interface ServedChunks {
  bytes: number;
  frames: AsyncGenerator<Frame, void, void>;
  signal: AbortSignal;
}

/** Sealed chunks from one number on. What fails at the first of them fails before the answer begins. */
export const serveChunks = (
  context: DeliveryContext,
  call: PlaneCall,
  first: number,
  wanted: number,
): Promise<ServedChunks> =>
  serve(context, call, 'chunks', async ({ transfer, delivery }) => {
    const { participant, id, agreementId: agreement } = transfer;
    const { purpose, case_number: caseNumber } = delivery;
    if (delivery.opened_at === null) throw deliveryErrors.notReady({ number: first });
    await judge(context, { participant, agreement, stage: 'request', purpose, caseNumber, counts: false });
    const count = Math.min(wanted, mostChunksAtOnce);
    // First: once the frames are begun, only reading them to the end lets go of the file.
    const bytes = await measureFrames(context, { delivery, first, count });
    const watch = context.stops.watch(participant, id);
    const { signal } = watch;
    const frames = serveFrames(context, { delivery, first, count, signal });
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
    return { bytes, frames: all(), signal };
  });

/** The consumer has everything. Gives the provider's signed receipt. */
export const serveEnd = (context: DeliveryContext, call: PlaneCall) =>
  serve(context, call, 'end', async (admitted) => ({
    receipt: await endDelivery(context, admitted, readEndMessage(call.body.toString())),
  }));

/** One question for a few rows. */
export const serveQuery = (context: DeliveryContext, call: PlaneCall) =>
  serve(context, call, 'query', async (admitted, facts) => {
    const message = readQueryMessage(call.body.toString());
    Object.assign(facts, { purpose: message.purpose, caseNumber: message.caseNumber });
    return answerQuery(context, admitted, message);
  });
