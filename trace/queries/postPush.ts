import type { Seal } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { postOutgoing } from '../../host/index.ts';
import { signPush } from './signPush.ts';

/** What pushes need of the platform. */
export interface PushHouse {
  /** Opens the tokens of subscriptions. */
  seal: Seal;
  /** Whether members may name private addresses. */
  allowPrivate: boolean;
  timeoutMs: number;
}

export interface Push {
  dest: string;
  /** Sealed; null when the subscriber gave none. */
  token: Uint8Array | null;
  mediaType: 'application/json' | 'application/problem+json';
  body: string;
  /** Constant over repetitions of the same push, so that a receiver can tell. */
  pushId: string;
  signal: AbortSignal;
}

/** What became of a push: `tooLarge` asks for smaller ones (413), `gone` for none at all (410). */
export type Outcome = { kind: 'delivered' | 'tooLarge' | 'gone' | 'failed'; problem: string | null };

/** Sends a push once. Never throws for what the other side does. */
export async function postPush({ seal, allowPrivate, timeoutMs }: PushHouse, push: Push): Promise<Outcome> {
  const { dest: url, token, mediaType, body, pushId, signal } = push;
  const headers: Record<string, string> = {
    'content-type': `${mediaType}; charset=utf-8`,
    'gs1-epcis-version': '2.0.0',
    'gs1-cbv-version': '2.0.0',
    'xiangyu-push': pushId,
  };
  if (token !== null) headers['gs1-signature'] = signPush(seal.open(token), body, Math.floor(Date.now() / 1_000));
  try {
    const { status } = await postOutgoing({ url, body, headers, timeoutMs, allowPrivate, signal });
    if (status >= 200 && status < 300) return { kind: 'delivered', problem: null };
    const kind = status === 410 ? 'gone' : status === 413 ? 'tooLarge' : 'failed';
    return { kind, problem: `The receiver answered ${status}.` };
  } catch (error) {
    if (signal.aborted) throw error;
    // The reason of a XiangyuError never holds the URL, which may carry a secret.
    return { kind: 'failed', problem: error instanceof XiangyuError ? error.reason : 'The push could not be sent.' };
  }
}
