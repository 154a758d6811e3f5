import { setTimeout as pause } from 'node:timers/promises';
import { XiangyuError } from '../../errors.ts';
import type { GrantChain } from './grantChain.ts';
import type { Grant, Grants } from './grants.ts';

export interface MeasureRevocationParameters {
  /** The provider's grants. */
  provider: Pick<Grants, 'revoke'>;
  /** Of the provider, active. */
  grant: Grant;
  /** One request of the consumer for data; throws when it is refused. */
  request: () => Promise<unknown>;
  /** Reads the chain by itself, such as another connector: throws once the chain says that the grant is over. */
  readChain: () => Promise<void>;
  chain: Pick<GrantChain, 'readLatestBlock'>;
  signal: AbortSignal;
}

/** How long a revocation takes until data are refused. */
export interface MeasureRevocationReturnType {
  /** Until the provider's own connector refused a request. */
  requestSeconds: number;
  /** Until whoever only reads the chain knew, such as a key broker elsewhere. */
  chainSeconds: number;
  /** Blocks between the newest one at the decision and the newest one then. */
  chainBlocks: number;
}

const pollMs = 20;

/** Resolves when `attempt` fails with a refusal; errors that are retryable, such as of a node that is busy, do not count. */
async function untilRefused(attempt: () => Promise<unknown>, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    try {
      await attempt();
    } catch (error) {
      if (error instanceof XiangyuError && !error.retryable) return;
    }
    await pause(pollMs, undefined, { signal });
  }
}

/** Revokes a grant and measures how long it takes until the first refusal, at the provider and by the chain alone. */
export async function measureRevocation(parameters: MeasureRevocationParameters): Promise<MeasureRevocationReturnType> {
  const { provider, grant, request, readChain, chain, signal } = parameters;
  const firstBlock = await chain.readLatestBlock();
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1_000;
  await provider.revoke({ participant: grant.participant, id: grant.id, reason: 'measurement' });
  const requested = untilRefused(request, signal).then(seconds);
  const read = untilRefused(readChain, signal).then(async () => ({
    chainSeconds: seconds(),
    chainBlocks: (await chain.readLatestBlock()) - firstBlock,
  }));
  const [requestSeconds, shown] = await Promise.all([requested, read]);
  return { requestSeconds, ...shown };
}
