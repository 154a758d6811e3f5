import { expect } from 'vitest';
import { evaluatePolicy, parseCheckpoint, parsePolicy, verifyConsistency } from '../proof/index.ts';

/** Follows `/log/checkpoint` as a monitor does, whatever happens to the platform meanwhile. */
export interface CheckpointWatch {
  /**
   * Stops and checks what was shown: by the policy each is to be believed, sizes never fell, and each extends the one before.
   * Gives how many different ones there were.
   */
  stop(policy: string): Promise<number>;
}

const everyMs = 50;

/** Starts to follow. */
export function watchCheckpoints(url: string): CheckpointWatch {
  const shown: string[] = [];
  const stopping = new AbortController();
  const follow = async () => {
    while (!stopping.signal.aborted) {
      const answer = await fetch(`${url}/log/checkpoint`).catch(() => null);
      const text = answer?.ok ? await answer.text().catch(() => null) : null;
      // More witnesses may have signed the same one meanwhile.
      if (text && text !== shown.at(-1)) shown.push(text);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  };
  const following = follow();
  return {
    async stop(policyText) {
      stopping.abort();
      await following;
      const policy = parsePolicy(policyText);
      const seen = shown.map((text) => parseCheckpoint(text));
      const sizes = seen.map(({ size }) => size);
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
      for (const [at, checkpoint] of seen.entries()) {
        expect(evaluatePolicy(policy, checkpoint)).toMatchObject({ ok: true });
        const last = seen[at - 1];
        if (!last) continue;
        const query = `from=${last.size}&to=${checkpoint.size}`;
        const { hashes } = (await (await fetch(`${url}/api/log/consistency?${query}`)).json()) as { hashes: string[] };
        const proof = {
          firstSize: last.size,
          firstRoot: last.root,
          size: checkpoint.size,
          root: checkpoint.root,
          hashes: hashes.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex'))),
        };
        expect(verifyConsistency(proof), query).toBe(true);
      }
      return new Set(sizes).size;
    },
  };
}
