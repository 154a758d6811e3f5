import type { Abi } from 'viem';
import type { Hex } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import type { ChainClient } from '../chain/chainClient.ts';
import type { ConnectedChain } from '../chain/connectChain.ts';
import { decodeRevert, type Revert } from '../chain/decodeRevert.ts';
import { classifyFailure, RpcError } from '../chain/rpc.ts';
import { ledgerErrors } from '../errors.ts';
import { cancelTransaction, replaceTransaction, type TransactionReplacement } from './changeTransaction.ts';
import { coalesceSubmits } from './coalesceSubmits.ts';
import { lanesErrors } from './errors.ts';
import { fundAccount, readLimits, setLimits, type TenantLimits } from './limits.ts';
import {
  type ReadTransactionEventsParameters,
  readTransactionEvents,
  readTransactionEventsEnd,
  type TransactionEvent,
  transactionEventsChannel,
} from './readTransactionEvents.ts';
import {
  type ListTransactionsParameters,
  listTransactions,
  readTransaction,
  type TransactionAttempt,
  type TransactionView,
} from './readTransactions.ts';
import { findProblem, refuseRequest, type TransactionRequest } from './request.ts';
import { type SubmittedTransaction, submitMany } from './submitMany.ts';

/** Whether a call would succeed now: the gas it needs, or why it reverts. */
export type Simulation = { ok: true; gas: bigint } | { ok: false; reason: string; data: Hex | null };

/** The durable gateway for transactions: each accepted request is executed once or fails with a reason. */
export interface Transactions {
  /**
   * Queues a transaction, durably when it resolves; with `tx`, by the caller's commit.
   * @throws LEDGER_IDEMPOTENCY_CONFLICT, LANES_INVALID_REQUEST, LANES_QUEUE_FULL, LANES_SPENDING_CAP, LANES_CHAIN_UNKNOWN
   */
  submit(request: TransactionRequest, tx?: Tx): Promise<SubmittedTransaction>;
  /** Queues all of them or none, with one INSERT; throws as `submit` does. */
  submitMany(requests: readonly TransactionRequest[], tx?: Tx): Promise<SubmittedTransaction[]>;
  /** Runs a call on the newest state without sending anything. @throws LEDGER_NODE_UNAVAILABLE, LANES_INVALID_REQUEST */
  simulate(
    request: Pick<TransactionRequest, 'signer' | 'to' | 'data' | 'value' | 'gas'>,
    abi?: Abi,
  ): Promise<Simulation>;
  read(id: string, tenant?: string): Promise<(TransactionView & { attempts: TransactionAttempt[] }) | null>;
  list(parameters: ListTransactionsParameters): Promise<{ items: TransactionView[]; nextCursor: string | null }>;
  /** See `cancelTransaction`. */
  cancel(id: string, tenant?: string): Promise<'cancelled' | 'cancelling'>;
  /** See `replaceTransaction`. */
  replace(id: string, body?: TransactionReplacement, tenant?: string): Promise<'replaced' | 'replacing'>;
  /** Changes of state, for an outbox. */
  readonly events: {
    channel: string;
    read(parameters: ReadTransactionEventsParameters): Promise<TransactionEvent[]>;
    readEnd(): Promise<string | null>;
  };
  setLimits(tenant: string, limits: Partial<TenantLimits>): Promise<void>;
  readLimits(tenant: string): Promise<TenantLimits & { queued: number; spentWei: bigint }>;
  /** Has the treasury keep an account above a floor, see `fundAccount`. */
  fundAccount(address: Hex, target: bigint, floor: bigint): Promise<void>;
}

export interface CreateTransactionsParameters {
  store: Store;
  client: ChainClient;
  chain: ConnectedChain;
  /** The Core Space of the chain, where a node serves it. */
  core?: { readonly id: string | null };
  errorAbi?: Abi;
}

/** Makes the face of the transaction lanes. */
export function createTransactions({
  store,
  client,
  chain,
  core,
  errorAbi = [],
}: CreateTransactionsParameters): Transactions {
  function chainId(): string {
    if (chain.id === null) throw lanesErrors.chainUnknown();
    return chain.id;
  }
  /** Both spaces have their own transactions; a list of both is still stored as one. */
  async function submitAll(tx: Tx, requests: readonly TransactionRequest[]): Promise<SubmittedTransaction[]> {
    if (!requests.some(({ space }) => space === 'core')) return submitMany(tx, chainId(), requests);
    if (!core) throw lanesErrors.spaceUnsupported({ space: 'core' });
    if (core.id === null) throw lanesErrors.chainUnknown();
    const espace = requests.filter(({ space }) => space !== 'core');
    const [inEspace, inCore] = [
      espace.length > 0 ? await submitMany(tx, chainId(), espace) : [],
      await submitMany(
        tx,
        core.id,
        requests.filter(({ space }) => space === 'core'),
      ),
    ];
    return requests.map(({ space }) => (space === 'core' ? inCore : inEspace).shift() as SubmittedTransaction);
  }
  const submitSoon = coalesceSubmits((requests) => store.transaction((tx) => submitAll(tx, requests)));
  return {
    async submit(request, tx) {
      if (!tx) return submitSoon(request);
      const [submitted] = await submitAll(tx, [request]);
      return submitted as SubmittedTransaction;
    },
    async submitMany(requests, tx) {
      return tx ? submitAll(tx, requests) : store.transaction((own) => submitAll(own, requests));
    },
    async simulate({ signer, to, data = '0x', value = 0n, gas }, abi = []) {
      const problem = findProblem({ signer, to, data, value, ...(gas === undefined ? {} : { gas }) });
      if (problem) throw refuseRequest('', problem);
      const [answer] = await client.simulate([{ from: signer, to, data, value, gas: gas ?? null }]);
      if (typeof answer === 'bigint') return { ok: true, gas: answer };
      const failure = answer ?? new RpcError('no answer', 0);
      const kind = classifyFailure(failure);
      if (kind === 'unavailable') throw ledgerErrors.nodeUnavailable({ method: 'eth_call', problem: failure.message });
      const { reason, data: bytes }: Revert =
        kind === 'poor' ? { reason: failure.message, data: null } : decodeRevert(failure, [...abi, ...errorAbi]);
      return { ok: false, reason, data: bytes };
    },
    read: (id, tenant) => readTransaction(store, id, tenant),
    list: (parameters) => listTransactions(store, parameters),
    cancel: (id, tenant) => cancelTransaction(store, id, tenant),
    replace: (id, body, tenant) => replaceTransaction(store, id, body, tenant),
    events: {
      channel: transactionEventsChannel,
      read: (parameters) => readTransactionEvents(store, parameters),
      readEnd: () => readTransactionEventsEnd(store),
    },
    setLimits: (tenant, limits) => setLimits(store, tenant, limits),
    readLimits: (tenant) => readLimits(store, tenant),
    fundAccount: async (address, target, floor) => fundAccount(store, chainId(), address, target, floor),
  };
}
