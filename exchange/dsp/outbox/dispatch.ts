import type { DspContext } from '../context.ts';
import type { Kind } from '../process/kind.ts';
import { negotiationKind } from '../process/negotiationKind.ts';
import { transferKind } from '../process/transferKind.ts';
import type { OutgoingRow } from '../store/messages.ts';
import type { ProcessRow } from '../store/rows.ts';
import { call } from './call.ts';
import { prepare } from './prepare.ts';
import { describeFailure, type Outcome, settle } from './settle.ts';

/** Sends one message that belongs to this process for now, and takes note of what became of it. */
async function sendAs<Row extends ProcessRow>(
  context: DspContext,
  {
    kind,
    claimed,
    findEndpoint,
    signal,
  }: {
    kind: Kind<Row>;
    claimed: OutgoingRow;
    findEndpoint: (address: string) => Promise<string>;
    signal: AbortSignal;
  },
): Promise<void> {
  const nowhere = { url: '', body: '', audience: '', base: '' };
  let prepared: Awaited<ReturnType<typeof prepare>>;
  try {
    prepared = await prepare(context, { kind, message: claimed, findEndpoint });
  } catch (error) {
    if (signal.aborted) return;
    await settle(context, { kind, message: claimed, prepared: nowhere, outcome: { failure: describeFailure(error) } });
    return;
  }
  if (!prepared) return;
  const { url, body, audience } = prepared;
  const message: OutgoingRow = { ...claimed, body, path: url };
  let outcome: Outcome;
  try {
    const answer = await call(context, {
      participant: claimed.participant,
      audience,
      method: 'POST',
      url,
      body,
      signal,
      // Before it is sent: the other side's next message may tell that it took ours before its answer does.
      onToken: async (token) => {
        message.token = token;
        await context.house.store.sql`UPDATE exchange.dsp_messages SET token = ${token} WHERE id = ${message.id}`;
      },
    });
    outcome = { answer };
  } catch (error) {
    // Whoever goes on after us sends it again.
    if (signal.aborted) return;
    outcome = { failure: describeFailure(error) };
  }
  await settle(context, { kind, message, prepared, outcome });
}

/** Takes messages that are due, each the first of its process, for this process alone. */
export async function claimDue(context: DspContext, most: number): Promise<OutgoingRow[]> {
  const at = context.house.now();
  const until = new Date(at.getTime() + context.timings.leaseMs);
  return context.house.store.sql<OutgoingRow[]>`
    UPDATE exchange.dsp_messages m SET leased_until = ${until}, attempts = attempts + 1
    WHERE id IN (
      SELECT id FROM exchange.dsp_messages w
      WHERE state = 'waiting' AND due_at <= ${at} AND (leased_until IS NULL OR leased_until <= ${at})
        AND NOT EXISTS (
          SELECT 1 FROM exchange.dsp_messages e
          WHERE e.process = w.process AND e.seq < w.seq AND e.direction = 'out' AND e.state = 'waiting')
      ORDER BY due_at LIMIT ${most} FOR UPDATE SKIP LOCKED)
    RETURNING id, seq, participant, kind, process, step, type, payload, body, token, path, attempts, leased_until, created_at`;
}

/** Sends a claimed message. Never rejects: what fails here is sent again when the claim has run out. */
export async function sendClaimed(
  context: DspContext,
  p: { claimed: OutgoingRow; findEndpoint: (address: string) => Promise<string>; signal: AbortSignal },
): Promise<void> {
  try {
    if (p.claimed.kind === 'negotiation') await sendAs(context, { ...p, kind: negotiationKind });
    else await sendAs(context, { ...p, kind: transferKind });
  } catch (error) {
    if (p.signal.aborted) return;
    context.house.context.logger.warn({ err: error, message: p.claimed.id }, 'a message could not be settled');
  }
}
