import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import { cliErrors } from '../errors.ts';
import { requestPlatform } from '../requestPlatform.ts';
import { bundlePath, type Receipt, writeWhole } from './receipt.ts';
import { isPassing } from './sendBatch.ts';

export interface FetchBundlesParameters {
  url: string;
  receipts: readonly { path: string; receipt: Receipt }[];
  out: string | undefined;
  timeoutSeconds: number;
  onBundle: (path: string) => void;
}

const pollMs = 1_000;

/** Waits until each record is on the chain and writes its proof bundle. @throws CLI_NOT_ANCHORED_IN_TIME */
export async function fetchBundles(parameters: FetchBundlesParameters): Promise<void> {
  const { url, receipts, out, timeoutSeconds, onBundle } = parameters;
  const deadline = Date.now() + timeoutSeconds * 1_000;
  const waiting = [...receipts];
  while (waiting.length > 0) {
    const [next] = waiting;
    if (!next) break;
    const bundle = await fetchBundle(url, next.receipt.id);
    if (bundle) {
      const to = bundlePath(next.path, out);
      await writeWhole(to, bundle);
      onBundle(to);
      waiting.shift();
    } else if (Date.now() > deadline) {
      throw cliErrors.notAnchoredInTime({ count: waiting.length, seconds: timeoutSeconds });
    } else await pause(pollMs);
  }
}

/** The bundle, or null while it is not there yet. */
async function fetchBundle(url: string, id: string): Promise<object | null> {
  try {
    const answer = await requestPlatform({ url, path: `/api/log/statements/${id}/bundle`, alsoAccept: [409] });
    return answer.status === 409 ? null : (answer.body as object);
  } catch (error) {
    if (error instanceof XiangyuError && isPassing(error)) return null;
    throw error;
  }
}
