import { getOutgoing, type PostOutgoingReturnType, postOutgoing } from '../../../host/index.ts';
import { mayCallPrivate } from '../../house.ts';
import type { DspContext } from '../context.ts';

export interface CallParameters {
  participant: string;
  /** DID of the connector that is called. */
  audience: string;
  method: 'GET' | 'POST';
  url: string;
  /** Empty for GET. */
  body: string;
  maxAnswerBytes?: number;
  signal?: AbortSignal | undefined;
  /** Is told the token before it is sent, and is waited for. */
  onToken?: (token: string) => Promise<void>;
}

/** Calls another connector as a participant: the token is bound to method, path and body. @throws HOST_OUTGOING_FAILED */
export async function call(context: DspContext, parameters: CallParameters): Promise<PostOutgoingReturnType> {
  const { participant, audience, method, url, body, maxAnswerBytes = 256 * 1024, signal, onToken } = parameters;
  const { pathname, search } = new URL(url);
  const token = await context.identity.makeToken({
    slug: participant,
    audience,
    body,
    method,
    path: pathname + search,
  });
  await onToken?.(token);
  const common = {
    url,
    timeoutMs: context.timings.answerMs,
    allowPrivate: mayCallPrivate(context.house, url),
    maxAnswerBytes,
    ...(signal ? { signal } : {}),
  };
  const headers = { authorization: `Bearer ${token}`, accept: 'application/json' };
  if (method === 'GET') return getOutgoing({ ...common, headers });
  return postOutgoing({ ...common, body, headers: { ...headers, 'content-type': 'application/json' } });
}
