import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import { requestPlatform } from '../requestPlatform.ts';

/** What is sent of a file: never its content. */
export interface NotarizedFile {
  digest: string;
  name: string;
  bytes: number;
}

export interface SendBatchParameters {
  url: string;
  key: string;
  files: readonly NotarizedFile[];
  /** How often a platform that does not answer is asked again. */
  retries: number;
  onRetry: (seconds: number) => void;
}

/** The record of each file, in their order. */
export interface SendBatchReturnType {
  time: string;
  items: { id: string; digest: string }[];
}

/**
 * Records the digests of files. The key of the request is made from what it says, so that the same files sent again, after a
 * lost answer or in another run, are not recorded twice.
 */
export async function sendBatch(parameters: SendBatchParameters): Promise<SendBatchReturnType> {
  const { url, key, files, retries, onRetry } = parameters;
  const body = JSON.stringify(files);
  const idempotencyKey = `notarize-${createHash('sha256').update(body).digest('hex')}`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await requestPlatform({
        url,
        path: '/evidence',
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${key}`,
          'idempotency-key': idempotencyKey,
        },
        body,
      });
      return answer.body as SendBatchReturnType;
    } catch (error) {
      if (attempt >= retries || !isPassing(error)) throw error;
      const seconds = 2 ** attempt;
      onRetry(seconds);
      await pause(seconds * 1_000);
    }
  }
}

/** Whether the same request may succeed later. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof XiangyuError)) return false;
  return error.code === 'CLI_PLATFORM_UNREACHABLE' || [429, 502, 503, 504].includes(Number(error.details.status));
}
