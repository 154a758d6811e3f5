import { useCallback, useEffect, useRef, useState } from 'react';
import { getBundle } from '../api/getBundle.ts';
import type { DisplayedRecord } from './compareEvent.ts';
import type { RecordVerification } from './verifyRecord.ts';

/** What a run asks: which node, and which contract it must be. */
interface VerificationTarget {
  url: string;
  trustedContract?: `0x${string}` | undefined;
}

export interface Verification {
  running: boolean;
  finished: boolean;
  target: VerificationTarget | null;
  /** By statement id, as they arrive. */
  results: ReadonlyMap<string, RecordVerification>;
  elapsedMs: number;
  run: (records: readonly DisplayedRecord[], target: VerificationTarget) => Promise<void>;
}

const idle = { running: false, finished: false, target: null, results: new Map(), elapsedMs: 0 };
const concurrency = 3;

/** Runs verifications, one at a time; starting another or leaving the page ends the one that runs. */
export function useVerification(): Verification {
  const [state, setState] = useState<Omit<Verification, 'run'>>(idle);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run = useCallback(async (records: readonly DisplayedRecord[], target: VerificationTarget) => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const { signal } = own;
    const started = performance.now();
    setState({ ...idle, running: true, target });
    // The checks and their hash functions are needed by nobody before this.
    const [{ verifyRecord }, { readRootOnce }] = await Promise.all([
      import('./verifyRecord.ts'),
      import('./readRoot.ts'),
    ]);
    const readAnchoredRoot = readRootOnce(target.url);
    const results = new Map<string, RecordVerification>();
    const queue = [...records];
    const work = async () => {
      for (let record = queue.shift(); record && !signal.aborted; record = queue.shift()) {
        const { trustedContract } = target;
        results.set(
          record.statementId,
          await verifyRecord(record, { getBundle, readAnchoredRoot, trustedContract, signal }),
        );
        if (!signal.aborted) setState((before) => ({ ...before, results: new Map(results) }));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    if (signal.aborted) return;
    setState({ running: false, finished: true, target, results, elapsedMs: performance.now() - started });
  }, []);

  return { ...state, run };
}
