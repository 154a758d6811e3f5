import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { type PlaneCall, type RefusalFacts, recordRefusal, uuidPattern } from '../plane/admit.ts';
import { readFrames } from '../seal/frames.ts';
import { callPlane } from './callPlane.ts';
import { fetchKey } from './fetchKey.ts';
import { type IntakeRow, readManifest } from './intakeRow.ts';
import { makeOpener, openFrame } from './openChunks.ts';
import { openSink } from './openSink.ts';

const timeoutMs = 30_000;

/** Whether a push is on its way to this address, whoever asks. */
export async function expectsPush(
  { house }: Pick<DeliveryContext, 'house'>,
  participant: string,
  id: string,
): Promise<boolean> {
  if (!uuidPattern.test(id)) return false;
  const [intake] = await house.store.sql`
    SELECT FROM exchange.intakes
    WHERE participant = ${participant} AND id = ${id} AND format = 'xy:push' AND state IN ('running', 'finishing')`;
  return intake !== undefined;
}

/** The provider of a started push to this intake. @throws DELIVERY_NOT_FOUND and what `checkToken` throws */
async function admitPush(
  context: DeliveryContext,
  call: PlaneCall,
  facts: RefusalFacts,
): Promise<{ intake: IntakeRow; transfer: Transfer }> {
  const { audit, identity, dsp, house } = context;
  const { participant, method, path, body, authorization } = call;
  audit.assertAccepting(participant);
  const caller = await identity.checkToken({ slug: participant, authorization, method, path, body });
  facts.caller = caller;
  const [intake] = uuidPattern.test(call.transfer)
    ? await house.store.sql<IntakeRow[]>`
        SELECT * FROM exchange.intakes WHERE participant = ${participant} AND id = ${call.transfer} AND format = 'xy:push'`
    : [];
  const transfer = intake?.transfer ? await dsp.readTransfer(participant, intake.transfer) : null;
  if (!intake || transfer?.counterparty.slug !== caller.slug || transfer.state !== 'STARTED')
    throw deliveryErrors.notFound();
  return { intake, transfer };
}

/** How far a push has come: the number of the chunk that is wanted next. */
export async function showPush(context: DeliveryContext, call: PlaneCall): Promise<{ next: number; state: string }> {
  const facts: RefusalFacts = { detail: { request: 'push' } };
  try {
    const { intake } = await admitPush(context, call, facts);
    return { next: Number(intake.chunks), state: intake.state };
  } catch (error) {
    return recordRefusal(context, call, error, facts);
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function takeFrames(context: DeliveryContext, call: PlaneCall, id: string, transfer: Transfer): Promise<number> {
  const { store, now } = context.house;
  const watch = context.stops.watch(call.participant, transfer.id);
  const signal = AbortSignal.any([watch.signal, AbortSignal.timeout(timeoutMs)]);
  try {
    // One push at a time, whichever process gets it.
    return await context.locks.hold(`xiangyu:intake:${id}`, async () => {
      const [intake] = await store.sql<IntakeRow[]>`
        SELECT * FROM exchange.intakes WHERE id = ${id} AND state IN ('running', 'finishing')`;
      if (!intake) throw deliveryErrors.notFound();
      if (intake.state === 'finishing') return Number(intake.chunks);
      const manifest =
        intake.manifest ??
        readManifest(await callPlane(context, { transfer, method: 'GET', path: '/manifest', signal }));
      if (manifest.chunks === null) throw deliveryErrors.notReady({ number: 0 });
      if (!intake.manifest)
        await store.sql`
          UPDATE exchange.intakes SET manifest = ${store.sql.json(manifest as never)}, chunks_in_all = ${manifest.chunks}
          WHERE id = ${id}`;
      const key = await context.consumerKeys.get(transfer.id, () => fetchKey(context, transfer, signal));
      const opener = makeOpener(transfer, manifest, key);
      const sink = await openSink(context, intake, manifest);
      try {
        for await (const frame of readFrames(once(Buffer.from(call.body as Uint8Array)))) {
          signal.throwIfAborted();
          // Sent twice because an answer was lost: it is here.
          if (frame.number < sink.next) continue;
          if (frame.number > sink.next || frame.last !== (frame.number === manifest.chunks - 1))
            throw deliveryErrors.chunkWrong({ number: frame.number, problem: `chunk ${sink.next} is wanted next` });
          await sink.write({ number: frame.number, digest: frame.digest, clear: openFrame(opener, frame), rows: null });
        }
        await sink.flush();
        if (sink.next === manifest.chunks)
          await store.sql`
            UPDATE exchange.intakes SET state = 'finishing', changed_at = ${now()} WHERE id = ${id} AND state = 'running'`;
        return sink.next;
      } catch (error) {
        if (error instanceof RangeError) throw deliveryErrors.chunkWrong({ number: sink.next, problem: error.message });
        throw error;
      } finally {
        await sink.close();
      }
    });
  } finally {
    watch.release();
  }
}

/** Takes chunks that the provider pushes; gives which one is wanted next. */
export async function receivePush(context: DeliveryContext, call: PlaneCall): Promise<{ next: number }> {
  const facts: RefusalFacts = { detail: { request: 'push' } };
  try {
    const { intake, transfer } = await admitPush(context, call, facts);
    facts.transfer = transfer;
    const next = await takeFrames(context, call, intake.id, transfer);
    context.wake();
    return { next };
  } catch (error) {
    return recordRefusal(context, call, error, facts);
  }
}
