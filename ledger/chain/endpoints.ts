import { ledgerErrors } from '../errors.ts';
import { type ChainIdentity, type Clock, createEndpoint, type Endpoint } from './endpoint.ts';
import {
  classifyFailure,
  describeFailure,
  isBusy,
  type RpcOutcome,
  type RpcRequest,
  type RpcTransport,
} from './rpc.ts';

/** The nodes of a chain, as one. All calls throw LEDGER_NODE_UNAVAILABLE (retryable) when no node answers. */
export interface Endpoints {
  readonly list: readonly Endpoint[];
  /** Whether a node is asked at all: it is not closed after a failure and serves the right chain. */
  isUsable(endpoint: Endpoint): boolean;
  /** Asks the best node; another one if it does not answer. A refusal is an outcome. */
  batch(requests: readonly RpcRequest[]): Promise<RpcOutcome[]>;
  /** Sends the same calls to every usable node; gives the outcomes of each that answered. */
  broadcast(requests: readonly RpcRequest[]): Promise<RpcOutcome[][]>;
  /** Which chain the nodes serve. Stays with the one it gave before as long as any node serves that. */
  readIdentity(): Promise<ChainIdentity>;
  /** Whether every node that can be asked says that it is still catching up. */
  isSyncing(): Promise<boolean>;
}

export interface CreateEndpointsParameters {
  transports: readonly RpcTransport[];
  clock: Clock;
}

/** How old the answer to "which chain, how far" may be. */
const freshMs = 3_000;
/** A node so many blocks behind the best one answers for a past that may be wrong by now. */
const staleBlocks = 30;

/**
 * Chooses among nodes: one that is closed after a failure, serves another chain, catches up or is far behind is not asked
 * while there is a better one. The first good one in the configured order is kept to, so that answers fit together.
 */
export function createEndpoints({ transports, clock }: CreateEndpointsParameters): Endpoints {
  const list = transports.map((transport, place) => createEndpoint(place, transport, clock));
  let chain: ChainIdentity | null = null;

  const isOpen = (endpoint: Endpoint) => endpoint.closedUntil <= clock.now();
  const isSame = (identity: ChainIdentity | null) =>
    identity !== null &&
    (chain === null || (identity.genesisHash === chain.genesisHash && identity.evmChainId === chain.evmChainId));

  const isUsable = (endpoint: Endpoint) => isOpen(endpoint) && isSame(endpoint.identity);

  async function refresh(): Promise<void> {
    const old = list.filter(
      (endpoint) => isOpen(endpoint) && (endpoint.identity === null || clock.now() - endpoint.checkedAt >= freshMs),
    );
    const checks = old.map((endpoint) => endpoint.check());
    for (const check of checks) check.catch(() => undefined);
    // A node that does not answer must not hold up those that do.
    if (rank().length === 0) await Promise.any(checks).catch(() => undefined);
  }

  /** Usable nodes, the best first. */
  function rank(): Endpoint[] {
    const usable = list.filter(isUsable);
    const highest = Math.max(...usable.map(({ height }) => height));
    const badness = ({ syncing, height }: Endpoint) => (syncing ? 2 : 0) + (height < highest - staleBlocks ? 1 : 0);
    return usable.sort((a, b) => badness(a) - badness(b) || a.place - b.place);
  }

  function unavailable(requests: readonly RpcRequest[], failure: unknown): Error {
    const method = requests.length === 1 ? (requests[0]?.method ?? '') : `${requests.length} calls`;
    const last = list.findLast(({ lastFailure }) => lastFailure !== null)?.lastFailure;
    const foreign = list.some(({ identity }) => identity !== null && !isSame(identity));
    const problem = failure ?? last ?? (foreign ? 'the node serves another chain' : 'no node is configured');
    return ledgerErrors.nodeUnavailable({ method, problem: describeFailure(problem) });
  }

  return {
    list,
    isUsable,
    async batch(requests) {
      if (requests.length === 0) return [];
      await refresh();
      let failure: unknown;
      for (const endpoint of rank()) {
        try {
          const outcomes = await endpoint.send(requests);
          // A node that asks for a pause has not done what was asked; what it did answer counts if nobody else is there.
          const paused = outcomes.find((outcome) => !outcome.ok && isBusy(outcome.error));
          if (!paused || paused.ok) return outcomes;
          failure = paused.error;
        } catch (error) {
          failure = error;
        }
      }
      throw unavailable(requests, failure);
    },
    async broadcast(requests) {
      if (requests.length === 0) return [];
      await refresh();
      const settled = await Promise.allSettled(rank().map((endpoint) => endpoint.send(requests)));
      const answered = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
      const failure = settled.find((result) => result.status === 'rejected')?.reason;
      if (answered.length === 0) throw unavailable(requests, failure);
      return answered;
    },
    async readIdentity() {
      await refresh();
      const open = list.filter((endpoint) => isOpen(endpoint) && endpoint.identity !== null);
      const found = open.find(({ identity }) => isSame(identity)) ?? open[0];
      if (!found?.identity) throw unavailable([{ method: 'eth_chainId', params: [] }], undefined);
      chain = found.identity;
      return found.identity;
    },
    async isSyncing() {
      await refresh();
      const usable = rank();
      if (usable.length === 0) throw unavailable([{ method: 'eth_syncing', params: [] }], undefined);
      return usable.every(({ syncing }) => syncing);
    },
  };
}

/** What became of handing signed bytes to several nodes: the best of their answers. */
export function mergeOutcomes(outcomes: readonly RpcOutcome[][], at: number): RpcOutcome | undefined {
  const own = outcomes.map((list) => list[at]).filter((outcome) => outcome !== undefined);
  return own.find((outcome) => outcome.ok || classifyFailure(outcome.error) === 'known') ?? own[0];
}
