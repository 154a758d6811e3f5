import type { IncomingMessage } from 'node:http';
import { openOutgoing } from '../../../host/index.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import { type JsonObject, mayCallPrivate } from '../../house.ts';
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
  throw deliveryErrors.otherAnswered({ slug, status, problem }, { details: { status, ...(code ? { code } : {}) } });
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

/** One request to the data address of a transfer; the answer's body is read by the caller. @throws DELIVERY_OTHER_ANSWERED, HOST_… */
export async function openPlane(
  { house, identity }: Pick<DeliveryParts, 'house' | 'identity'>,
  p: CallPlaneParameters,
): Promise<{
  body: IncomingMessage;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  explain: (error: unknown) => unknown;
}> {
  const { transfer, method, path, body, mediaType = 'application/json', timeoutMs = defaultTimeoutMs, signal } = p;
  const { participant, counterparty } = transfer;
  const endpoint = endpointOf(transfer);
  if (typeof endpoint !== 'string')
    throw deliveryErrors.messageInvalid({ path: 'dataAddress/endpoint', problem: 'it is missing' });
  const url = `${endpoint.replace(/\/$/, '')}${path}`;
  const { pathname = '', search = '' } = URL.parse(url) ?? {};
  const token = await identity.makeToken({
    slug: participant,
    audience: counterparty.did,
    method,
    path: `${pathname}${search}`,
    body: body ?? '',
  });
  const answer = await openOutgoing({
    method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
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
