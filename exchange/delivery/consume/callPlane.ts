import type { IncomingMessage } from 'node:http';
import { openOutgoing, readOutgoing } from '../../../host/index.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import { type JsonObject, mayCallPrivate } from '../../house.ts';
import { foreignWords } from '../../sayInChinese.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryParts } from '../parts.ts';

export interface CallPlaneParameters {
  transfer: Pick<Transfer, 'participant' | 'counterparty' | 'dataAddress' | 'role' | 'format' | 'providerPid'>;
  method: 'GET' | 'POST';
  /** After the endpoint of the data address, such as `/open`. */
  path: string;
  body?: Uint8Array;
  mediaType?: string;
  timeoutMs?: number;
  signal: AbortSignal;
}

const defaultTimeoutMs = 30_000;
const mostJsonBytes = 16 * 1024 * 1024;
const mostErrorBytes = 64 * 1024;

async function readAll(body: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw deliveryErrors.answerTooLarge({ most });
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What the other connector said instead, as an error of ours: its code and its own words. */
async function refuse(slug: string, status: number, body: IncomingMessage): Promise<never> {
  let problem = `HTTP ${status}`;
  let code: string | null = null;
  try {
    const value = JSON.parse(await readAll(body, mostErrorBytes)) as { code?: unknown; detail?: unknown };
    if (typeof value.code === 'string') code = value.code.slice(0, 100);
    if (typeof value.detail === 'string') problem = value.detail.slice(0, 500);
  } catch {
    // What is no error body of a connector has nothing more to say.
  }
  throw deliveryErrors.otherAnswered(
    { slug, status, problem },
    { details: { status, problem, ...(code ? { code } : {}) }, ...foreignWords('problem', problem) },
  );
}

/** Where the other side's data plane is. A push names the consumer's address only; the provider's follows from its base. */
function endpointOf({
  role,
  format,
  dataAddress,
  counterparty,
  providerPid,
}: CallPlaneParameters['transfer']): unknown {
  if (role === 'provider' || format !== 'xy:push') return dataAddress?.endpoint;
  const base = counterparty.address.replace(/\/$/, '').replace(/\/2025-1$/, '');
  return `${base}/data/${(providerPid ?? '').replace('urn:uuid:', '')}`;
}

/** Where a request goes, and the token for it. */
async function address(
  { identity }: Pick<DeliveryParts, 'identity'>,
  { transfer, method, path, body = new Uint8Array() }: CallPlaneParameters,
): Promise<{ url: string; authorization: string }> {
  const endpoint = endpointOf(transfer);
  if (typeof endpoint !== 'string')
    throw deliveryErrors.messageInvalid({ path: 'dataAddress/endpoint', problem: 'it is missing' });
  const url = `${endpoint.replace(/\/$/, '')}${path}`;
  const { pathname = '', search = '' } = URL.parse(url) ?? {};
  const { participant: slug, counterparty } = transfer;
  const token = await identity.makeToken({
    slug,
    audience: counterparty.did,
    method,
    path: `${pathname}${search}`,
    body,
  });
  return { url, authorization: `Bearer ${token}` };
}

/** Bytes from the data address of a transfer, through one buffer; an answer that is no plain one is read as `openPlane` does. */
export async function readPlane(
  parts: Pick<DeliveryParts, 'house' | 'identity'>,
  p: Omit<CallPlaneParameters, 'method' | 'body' | 'mediaType'>,
): Promise<AsyncIterable<Uint8Array>> {
  const { house, identity } = parts;
  const { timeoutMs = defaultTimeoutMs, signal } = p;
  const { url, authorization } = await address({ identity }, { ...p, method: 'GET' });
  const allowPrivate = mayCallPrivate(house, url);
  const plain = await readOutgoing({ url, headers: { authorization }, timeoutMs, allowPrivate, signal });
  if (plain) return plain.parts;
  const { body, explain } = await openPlane(parts, { ...p, method: 'GET' });
  return (async function* () {
    try {
      yield* body as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw explain(error);
    }
  })();
}

/** One request to the data address of a transfer; the answer's body is read by the caller. @throws DELIVERY_OTHER_ANSWERED, HOST_… */
export async function openPlane(
  { house, identity }: Pick<DeliveryParts, 'house' | 'identity'>,
  p: CallPlaneParameters,
): Promise<{
  body: IncomingMessage;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  explain: (error: unknown) => unknown;
}> {
  const { transfer, method, body, mediaType = 'application/json', timeoutMs = defaultTimeoutMs, signal } = p;
  const { counterparty } = transfer;
  const { url, authorization } = await address({ identity }, p);
  const answer = await openOutgoing({
    method,
    url,
    headers: {
      authorization,
      ...(body ? { 'content-type': mediaType } : {}),
    },
    ...(body ? { body } : {}),
    timeoutMs,
    allowPrivate: mayCallPrivate(house, url),
    signal,
  });
  if (answer.status < 200 || answer.status > 299) await refuse(counterparty.slug, answer.status, answer.body);
  return answer;
}

/** One request whose answer is a JSON object. */
export async function callPlane(
  parts: Pick<DeliveryParts, 'house' | 'identity'>,
  p: Omit<CallPlaneParameters, 'body'> & { message?: JsonObject },
): Promise<JsonObject> {
  const { message, ...rest } = p;
  const answer = await openPlane(parts, {
    ...rest,
    ...(message ? { body: Buffer.from(JSON.stringify(message)) } : {}),
  });
  try {
    return JSON.parse(await readAll(answer.body, mostJsonBytes)) as JsonObject;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw deliveryErrors.otherAnswered({
        slug: rest.transfer.counterparty.slug,
        status: 200,
        problem: 'its answer is no JSON',
      });
    throw answer.explain(error);
  }
}
