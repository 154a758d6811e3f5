import type { IncomingMessage } from 'node:http';
import { hostErrors } from './errors.ts';
import { openOutgoing } from './openOutgoing.ts';

export interface GetOutgoingParameters {
  /** `http:` or `https:`, given by a user. */
  url: string;
  headers?: Record<string, string>;
  /** For the whole exchange. */
  timeoutMs: number;
  /** Whether this platform may call private addresses, such as a service in its own network. */
  allowPrivate: boolean;
  /** More of the answer's body than this is an error. */
  maxAnswerBytes?: number;
  signal?: AbortSignal;
}

export interface PostOutgoingParameters extends GetOutgoingParameters {
  body: string | Uint8Array;
}

/** What the other side answered; redirects are not followed. */
export interface PostOutgoingReturnType {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

async function readBody(answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw hostErrors.outgoingFailed({ problem: `it answered more than ${most} bytes` });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Posts to a URL that a user gave: never to a private address unless allowed, whatever its name resolves to, and without
 * following redirects. Every status is an answer. The URL is in no error, for it may carry a secret.
 * @throws HOST_URL_INVALID, HOST_ADDRESS_PRIVATE; HOST_OUTGOING_FAILED (retryable)
 */
export async function postOutgoing(parameters: PostOutgoingParameters): Promise<PostOutgoingReturnType> {
  return sendOutgoing('POST', parameters, Buffer.from(parameters.body));
}

/** Reads a URL that a user gave, under the rules of `postOutgoing`. @throws what `postOutgoing` throws */
export async function getOutgoing(parameters: GetOutgoingParameters): Promise<PostOutgoingReturnType> {
  return sendOutgoing('GET', parameters, null);
}

async function sendOutgoing(
  method: 'GET' | 'POST',
  parameters: GetOutgoingParameters,
  bytes: Buffer | null,
): Promise<PostOutgoingReturnType> {
  const { maxAnswerBytes = 64 * 1024, ...rest } = parameters;
  const { status, headers, body, explain } = await openOutgoing({ ...rest, method, ...(bytes ? { body: bytes } : {}) });
  try {
    return { status, headers, body: await readBody(body, maxAnswerBytes) };
  } catch (error) {
    throw explain(error);
  }
}
