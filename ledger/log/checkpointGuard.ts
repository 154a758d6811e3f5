import type { Store } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { compareWithChain } from './compareWithChain.ts';
import { logErrors } from './errors.ts';
import { readQuorum } from './publishCheckpoint.ts';

/** Keeps a database that is an older copy of itself from signing or showing anything. */
export interface CheckpointGuard {
  /**
   * Compares the database with what the outside knows. While the node is away the last comparison counts, but there must have
   * been one where there is a contract.
   * @throws LEDGER_LOG_BEHIND_CHAIN, LEDGER_LOG_DIVERGED, LOG_BEHIND_WITNESSES, LEDGER_NODE_UNAVAILABLE (retryable)
   */
  check(): Promise<void>;
}

export interface CheckpointGuardParameters {
  store: Store;
  client: Pick<ChainClient, 'call'>;
  chain: Pick<ConnectedChain, 'contract'>;
  /** For how long an answer of the chain is good enough. */
  chainAgeMs?: number;
}

/** Makes a guard that has compared nothing yet. */
export function createCheckpointGuard(parameters: CheckpointGuardParameters): CheckpointGuard {
  const { store, client, chain, chainAgeMs = 0 } = parameters;
  let compared: { contract: string; at: number } | null = null;

  async function checkChain(): Promise<void> {
    const { contract } = chain;
    if (!contract) return;
    const isKnown = compared?.contract === contract;
    if (isKnown && compared && performance.now() - compared.at < chainAgeMs) return;
    try {
      await compareWithChain({ store, client, contract });
      compared = { contract, at: performance.now() };
    } catch (error) {
      const isAway = error instanceof Error && 'retryable' in error && error.retryable === true;
      if (!isAway || !isKnown) throw error;
    }
  }

  async function checkWitnesses(): Promise<void> {
    const [row] = await store.sql<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ledger.witnesses WHERE removed_at IS NULL AND disagrees`;
    const { threshold, witnesses: total } = await readQuorum(store.sql);
    const count = row?.count ?? 0;
    // A few may be wrong; so many that no quorum is left means that we are.
    if (threshold > 0 && count > total - threshold) throw logErrors.behindWitnesses({ count, total });
  }

  return {
    async check() {
      await checkChain();
      await checkWitnesses();
    },
  };
}
