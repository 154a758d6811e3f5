import { setTimeout as pause } from 'node:timers/promises';
import { postOutgoing } from '../../host/index.ts';
import type { Transfer } from '../dsp/dsp.ts';
import { type House, mayCallPrivate } from '../house.ts';
import type { Identity } from '../identity/identity.ts';
import { answerErrors } from './errors.ts';
import type { AnswersParts } from './parts.ts';

const timeoutMs = 60_000;
const maxAnswerBytes = 12 * 1024 * 1024;

/** What the other connector said: its JSON, or its refusal. */
export type PlaneAnswer =
  | { ok: true; body: Record<string, unknown> }
  | { ok: false; status: number; code: string; reason: string };

/** A started transfer for answers in which the department is the consumer. @throws ANSWER_TRANSFER_UNKNOWN */
export async function takeConsumerTransfer(
  { dsp }: Pick<AnswersParts, 'dsp'>,
  participant: string,
  id: string,
): Promise<Transfer & { endpoint: string }> {
  const transfer = await dsp.readTransfer(participant, id);
  const endpoint = transfer?.dataAddress?.endpoint;
  if (transfer?.role !== 'consumer' || transfer.state !== 'STARTED' || typeof endpoint !== 'string')
    throw answerErrors.transferUnknown({ id });
  return { ...transfer, endpoint };
}

/** Reads a refusal of the other connector; its words are cut, for they are shown. */
function readRefusal(status: number, body: Record<string, unknown>): PlaneAnswer {
  const { code, detail, title } = body;
  const reason = typeof detail === 'string' ? detail : typeof title === 'string' ? title : `it answered ${status}`;
  return { ok: false, status, code: typeof code === 'string' ? code.slice(0, 100) : '', reason: reason.slice(0, 500) };
}

/** Pauses before the next attempt while the provider does not yet know that its transfer is started. */
const settlePausesMs = [100, 300, 900, 2_000];

/**
 * As `callPlane`, under a transfer. A provider whose start message we have may not have our acknowledgement yet, and says that
 * there is no such transfer: that is asked again for a moment, and is never the end of a question.
 * @throws ANSWER_ASKING_FAILED (retryable)
 */
export async function callTransfer(
  parts: Parameters<typeof callPlane>[0],
  p: Parameters<typeof callPlane>[1],
): Promise<PlaneAnswer> {
  for (const pauseMs of settlePausesMs) {
    const said = await callPlane(parts, p);
    if (said.ok || said.code !== 'ANSWER_TRANSFER_UNKNOWN') return said;
    await pause(pauseMs, undefined, p.signal ? { signal: p.signal } : {});
  }
  throw answerErrors.askingFailed({ problem: 'it knows of no started transfer' });
}

/**
 * Sends a message to the data plane of another connector, with a token bound to it.
 * @throws ANSWER_ASKING_FAILED (retryable) when it does not answer or is out of order
 */
export async function callPlane(
  { house, identity }: { house: House; identity: Pick<Identity, 'makeToken'> },
  p: { participant: string; audience: string; url: string; message: unknown; signal?: AbortSignal },
): Promise<PlaneAnswer> {
  const body = JSON.stringify(p.message);
  const path = new URL(p.url).pathname;
  const token = await identity.makeToken({ slug: p.participant, audience: p.audience, method: 'POST', path, body });
  const answer = await postOutgoing({
    url: p.url,
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    timeoutMs,
    allowPrivate: mayCallPrivate(house, p.url),
    maxAnswerBytes,
    ...(p.signal ? { signal: p.signal } : {}),
  }).catch((cause: unknown) => {
    if (p.signal?.aborted) throw cause;
    throw answerErrors.askingFailed({ problem: 'it does not answer' }, { cause });
  });
  let read: Record<string, unknown> = {};
  try {
    const json: unknown = JSON.parse(answer.body);
    if (typeof json === 'object' && json !== null) read = json as Record<string, unknown>;
  } catch {
    if (answer.status < 300) throw answerErrors.askingFailed({ problem: 'it answered no JSON' });
  }
  if (answer.status === 200) return { ok: true, body: read };
  if (answer.status >= 500) throw answerErrors.askingFailed({ problem: `it answered ${answer.status}` });
  return readRefusal(answer.status, read);
}
