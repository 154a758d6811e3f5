import { useCallback, useEffect, useRef, useState } from 'react';
import { getBundle } from '../api/getBundle.ts';
import { getPolicy } from '../api/getPolicy.ts';
import type { DisplayedRecord } from './compareEvent.ts';
import type { EnteredTrust, Trust } from './readTrust.ts';
import type { RecordVerification } from './verifyRecord.ts';

/** What a run asks: which node, which contract it must be, and what is known of the log from elsewhere. */
interface VerificationTarget extends EnteredTrust {
  url: string;
  trustedContract?: `0x${string}` | undefined;
}

export interface Verification {
  running: boolean;
  finished: boolean;
  target: VerificationTarget | null;
  /** Whose word was taken for the key of the log and its witnesses. */
  trustSource: Trust['source'];
  /** An entry that cannot be used, and why. */
  problem: { field: keyof EnteredTrust; message: string; zh: { message: string } } | null;
  /** By statement id, as they arrive. */
  results: ReadonlyMap<string, RecordVerification>;
  elapsedMs: number;
  run: (records: readonly DisplayedRecord[], target: VerificationTarget) => Promise<void>;
}

const idle: Omit<Verification, 'run'> = {
  running: false,
  finished: false,
  target: null,
  trustSource: 'none',
  problem: null,
  results: new Map(),
  elapsedMs: 0,
};
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
    const [{ verifyRecord }, { readRootOnce }, { readTrust, TrustProblem }] = await Promise.all([
      import('./verifyRecord.ts'),
      import('./readRoot.ts'),
      import('./readTrust.ts'),
    ]);
    let trust: Trust;
    try {
      trust = await readTrust(target, () => getPolicy(signal));
    } catch (error) {
      if (!(error instanceof TrustProblem)) throw error;
      setState({ ...idle, problem: { field: error.field, message: error.message, zh: error.zh } });
      return;
    }
    const { source: trustSource, ...trusted } = trust;
    const readAnchoredRoot = readRootOnce(target.url);
    const results = new Map<string, RecordVerification>();
    const queue = [...records];
    const work = async () => {
      for (let record = queue.shift(); record && !signal.aborted; record = queue.shift()) {
        const { trustedContract } = target;
        const options = { getBundle, readAnchoredRoot, trustedContract, ...trusted, signal };
        results.set(record.statementId, await verifyRecord(record, options));
        if (!signal.aborted) setState((before) => ({ ...before, results: new Map(results) }));
      }
    };
    await Promise.all(Array.from({ length: concurrency }, work));
    if (signal.aborted) return;
    const elapsedMs = performance.now() - started;
    setState({ ...idle, finished: true, target, trustSource, results, elapsedMs });
  }, []);

  return { ...state, run };
}
