import type { Hex } from '../../proof/index.ts';
import { describeFailure, isBusy, type RpcOutcome, type RpcRequest, type RpcTransport, TransportError } from './rpc.ts';

/** Milliseconds since any fixed moment; injected so that a simulation can run on a time of its own. */
export interface Clock {
  now(): number;
}

/** Which chain a node serves. */
export interface ChainIdentity {
  evmChainId: number;
  genesisHash: Hex;
}

/** One node, with what is known of its health. */
export interface Endpoint {
  /** Place in the configured list; shown instead of the address, which may carry a credential. */
  readonly place: number;
  /** Null until it answered, and again after every failure: the node that comes back may be another one. */
  readonly identity: ChainIdentity | null;
  readonly height: number;
  readonly syncing: boolean;
  /** When `identity`, `height` and `syncing` were read last. */
  readonly checkedAt: number;
  /** Not to be asked before this time. */
  readonly closedUntil: number;
  readonly failures: number;
  readonly lastFailure: string | null;
  readonly inFlight: number;
  /** Exchanges since the start, and how many of them failed or were refused for their rate. */
  readonly exchanges: number;
  readonly failedExchanges: number;
  /** Asks which chain it serves, how far it is and whether it catches up. @throws TransportError */
  check(): Promise<void>;
  /** Sends calls, in parts where they are many. @throws TransportError when an exchange failed as a whole */
  send(requests: readonly RpcRequest[]): Promise<RpcOutcome[]>;
}

const shortestPauseMs = 250;
const longestPauseMs = 15_000;
/** A node takes bodies of 10 MiB. */
const maxBodyBytes = 4 * 1024 * 1024;
const maxCalls = 250;
/** Exchanges under way with one node; more would only wait there. */
const maxExchanges = 4;

function sizeOf({ params }: RpcRequest): number {
  let size = 100;
  for (const parameter of params) size += typeof parameter === 'string' ? parameter.length : 1_000;
  return size;
}

/** Cuts a list of calls into parts that a node takes in one body. */
export function splitRequests(requests: readonly RpcRequest[]): RpcRequest[][] {
  const parts: RpcRequest[][] = [];
  let part: RpcRequest[] = [];
  let size = 0;
  for (const request of requests) {
    const own = sizeOf(request);
    if (part.length > 0 && (part.length >= maxCalls || size + own > maxBodyBytes)) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(request);
    size += own;
  }
  if (part.length > 0) parts.push(part);
  return parts;
}

/** Watches over one node: a failure closes it for a growing while, a node that names a time is left alone until then. */
export function createEndpoint(place: number, transport: RpcTransport, clock: Clock): Endpoint {
  const known = {
    identity: null as ChainIdentity | null,
    height: 0,
    syncing: false,
    checkedAt: Number.NEGATIVE_INFINITY,
  };
  let closedUntil = 0;
  let failures = 0;
  let lastFailure: string | null = null;
  let inFlight = 0;
  let exchanges = 0;
  let failedExchanges = 0;
  const waiting: (() => void)[] = [];
  let checking: Promise<void> | null = null;

  function fail(error: unknown): void {
    failures += 1;
    failedExchanges += 1;
    lastFailure = describeFailure(error);
    known.identity = null;
    const pauseMs = Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(failures - 1, 10));
    const askedMs = error instanceof TransportError ? (error.retryAfterMs ?? 0) : 0;
    closedUntil = Math.max(closedUntil, clock.now() + Math.max(pauseMs, Math.min(askedMs, 600_000)));
  }

  async function exchange(part: readonly RpcRequest[]): Promise<RpcOutcome[]> {
    if (inFlight >= maxExchanges) await new Promise<void>((resolve) => waiting.push(resolve));
    inFlight += 1;
    exchanges += 1;
    try {
      const outcomes = await transport(part);
      const busy = outcomes.find((outcome) => !outcome.ok && isBusy(outcome.error));
      if (busy && !busy.ok) fail(busy.error);
      else failures = 0;
      return outcomes;
    } catch (error) {
      fail(error);
      throw error;
    } finally {
      inFlight -= 1;
      waiting.shift()?.();
    }
  }

  return {
    place,
    get identity() {
      return known.identity;
    },
    get height() {
      return known.height;
    },
    get syncing() {
      return known.syncing;
    },
    get checkedAt() {
      return known.checkedAt;
    },
    get closedUntil() {
      return closedUntil;
    },
    get failures() {
      return failures;
    },
    get lastFailure() {
      return lastFailure;
    },
    get exchanges() {
      return exchanges;
    },
    get failedExchanges() {
      return failedExchanges;
    },
    get inFlight() {
      return inFlight;
    },
    check() {
      checking ??= check().finally(() => {
        checking = null;
      });
      return checking;
    },
    async send(requests) {
      return (await Promise.all(splitRequests(requests).map(exchange))).flat();
    },
  };

  async function check(): Promise<void> {
    const [chainId, genesis, height, syncing] = await exchange([
      { method: 'eth_chainId', params: [] },
      { method: 'eth_getBlockByNumber', params: ['0x0', false] },
      { method: 'eth_blockNumber', params: [] },
      { method: 'eth_syncing', params: [] },
    ]);
    const refused = [chainId, genesis, height].find((outcome) => !outcome?.ok);
    if (!chainId?.ok || !genesis?.ok || !height?.ok || !genesis.result) {
      const reason = refused && !refused.ok ? refused.error.message : 'it does not show its first block';
      const failure = new TransportError(reason);
      fail(failure);
      throw failure;
    }
    const { hash } = genesis.result as { hash: Hex };
    known.identity = { evmChainId: Number(chainId.result), genesisHash: hash };
    known.height = Number(height.result);
    known.syncing = syncing?.ok === true && syncing.result !== false;
    known.checkedAt = clock.now();
  }
}
