import { BaseError, createClient, type Hex, http, type RpcTransactionReceipt } from 'viem';
import { ledgerErrors } from '../errors.ts';

/** What a refusal or failure of a node means for a transaction. */
export type RpcFailure = 'known' | 'stale' | 'poor' | 'reverted' | 'unavailable';

/** Where the node sees a transaction. */
export type TransactionPlace =
  | { kind: 'executed'; success: boolean; blockHash: Hex; blockNumber: number; contractAddress: Hex | null }
  | { kind: 'packed' | 'pooled' | 'unknown' };

/** Price of gas in wei; `legacy` where the chain has no EIP-1559. */
export type Fees =
  | { type: 'eip1559'; maxFeePerGas: bigint; maxPriorityFeePerGas: bigint }
  | { type: 'legacy'; gasPrice: bigint };

/** The questions the ledger asks the chain. All throw LEDGER_NODE_UNAVAILABLE (retryable) unless said otherwise. */
export interface ChainClient {
  readIdentity(): Promise<{ evmChainId: number; genesisHash: Hex }>;
  readNonce(address: Hex, tag: 'latest' | 'safe'): Promise<number>;
  readBalance(address: Hex): Promise<bigint>;
  readFees(): Promise<Fees>;
  /** Gas that a call needs; a refusal is the error of the node, see `classifyFailure`. */
  estimateGas(call: { from: Hex; to: Hex | null; data: Hex; value: bigint }): Promise<bigint>;
  call(to: Hex, data: Hex): Promise<Hex>;
  /** Hands signed bytes to a node; a refusal is the error of the node, see `classifyFailure`. */
  sendRaw(raw: Hex): Promise<void>;
  readPlace(hash: Hex): Promise<TransactionPlace>;
  readBlockNumber(tag: 'safe' | 'finalized'): Promise<number>;
  /** Whether a reorganisation away from this block has at most one chance in a million. */
  isConfirmed(block: { blockHash: Hex; blockNumber: number }): Promise<boolean>;
  /** Whether the node says that it is still catching up. */
  isSyncing(): Promise<boolean>;
}

/** A confirmation risk of 10⁻⁶, in the unit of cfx_getConfirmationRiskByHash: risk × 2²⁵⁶. */
const confirmedRisk = 2n ** 256n / 1_000_000n;

const timeoutMs = 10_000;

/** The node's own words, without the address or the request that could carry a credential. */
export function describeFailure(error: unknown): string {
  if (error instanceof BaseError) return error.details || error.shortMessage;
  return error instanceof Error ? error.message : String(error);
}

/** Sorts what a node answered to a transaction; whatever is not a clear refusal may go better next time. */
export function classifyFailure(error: unknown): RpcFailure {
  const text = describeFailure(error).toLowerCase();
  if (/already known|already imported|already exist|known transaction/.test(text)) return 'known';
  if (/nonce too low|stale nonce/.test(text)) return 'stale';
  if (/insufficient funds|notenoughbalance|not enough balance/.test(text)) return 'poor';
  if (/execution reverted|vm reverted|vmerror|out of gas|bad instruction/.test(text)) return 'reverted';
  return 'unavailable';
}

/** Connects to eSpace nodes in order of preference, and to a Core Space node for the confirmation risk where there is one. */
export function createChainClient({ espaceUrls, coreUrl }: { espaceUrls: string[]; coreUrl?: string }): ChainClient {
  const connect = (url: string) =>
    createClient({ transport: http(url, { batch: { batchSize: 100 }, retryCount: 0, timeout: timeoutMs }) });
  const clients = espaceUrls.map(connect);
  const core = coreUrl === undefined ? null : connect(coreUrl);
  let preferred = 0;

  /** Asks the preferred node; if it does not answer, the others, and prefers the one that did from then on. */
  async function ask<Result>(method: string, params: unknown[], raw = false): Promise<Result> {
    let failure: unknown = new Error('no node is configured');
    for (let turn = 0; turn < clients.length; turn += 1) {
      const place = (preferred + turn) % clients.length;
      try {
        const result = await clients[place]?.request({ method, params } as never);
        preferred = place;
        return result as Result;
      } catch (error) {
        failure = error;
        if (raw && classifyFailure(error) !== 'unavailable') throw error;
      }
    }
    // Not the failure itself: it names the address and the request, and an address may carry a credential.
    throw ledgerErrors.nodeUnavailable({ method, problem: describeFailure(failure) });
  }

  const readBlockNumber = async (tag: 'safe' | 'finalized') => {
    const block = await ask<{ number: Hex } | null>('eth_getBlockByNumber', [tag, false]);
    return block ? Number(block.number) : 0;
  };

  return {
    readBlockNumber,
    async readIdentity() {
      const [chainId, genesis] = await Promise.all([
        ask<Hex>('eth_chainId', []),
        ask<{ hash: Hex }>('eth_getBlockByNumber', ['0x0', false]),
      ]);
      return { evmChainId: Number(chainId), genesisHash: genesis.hash };
    },
    readNonce: async (address, tag) => Number(await ask<Hex>('eth_getTransactionCount', [address, tag])),
    readBalance: async (address) => BigInt(await ask<Hex>('eth_getBalance', [address, 'latest'])),
    async readFees() {
      const [price, block] = await Promise.all([
        ask<Hex>('eth_gasPrice', []).then(BigInt),
        ask<{ baseFeePerGas?: Hex }>('eth_getBlockByNumber', ['latest', false]),
      ]);
      // The bytes are never replaced, so they must outlast a rise of the base fee; what is not needed is not paid.
      if (block.baseFeePerGas === undefined) return { type: 'legacy', gasPrice: price * 2n };
      const base = BigInt(block.baseFeePerGas);
      const highest = price > base ? price : base;
      const priority = highest / 10n + 1n;
      return { type: 'eip1559', maxFeePerGas: highest * 4n + priority, maxPriorityFeePerGas: priority };
    },
    async estimateGas({ from, to, data, value }) {
      const call = { from, data, value: `0x${value.toString(16)}`, ...(to ? { to } : {}) };
      return BigInt(await ask<Hex>('eth_estimateGas', [call], true));
    },
    call: (to, data) => ask<Hex>('eth_call', [{ to, data }, 'latest']),
    async sendRaw(raw) {
      await ask<Hex>('eth_sendRawTransaction', [raw], true);
    },
    async readPlace(hash) {
      const receipt = await ask<RpcTransactionReceipt | null>('eth_getTransactionReceipt', [hash]);
      if (receipt?.blockHash) {
        const { status, blockHash, blockNumber, contractAddress } = receipt;
        return {
          kind: 'executed',
          success: status === '0x1',
          blockHash,
          blockNumber: Number(blockNumber),
          contractAddress: contractAddress ?? null,
        };
      }
      const transaction = await ask<{ blockHash: Hex | null } | null>('eth_getTransactionByHash', [hash]);
      if (!transaction) return { kind: 'unknown' };
      return { kind: transaction.blockHash ? 'packed' : 'pooled' };
    },
    async isConfirmed({ blockHash, blockNumber }) {
      if (core) {
        try {
          // An eSpace block hash is the hash of the pivot block, which Core Space knows.
          const method = 'cfx_getConfirmationRiskByHash';
          const risk = (await core.request({ method, params: [blockHash] } as never)) as Hex | null;
          if (risk !== null) return BigInt(risk) <= confirmedRisk;
        } catch {
          // The Core Space node does not answer: the tag below says the same, a little later.
        }
      }
      return (await readBlockNumber('safe')) >= blockNumber;
    },
    isSyncing: async () => (await ask<unknown>('eth_syncing', [])) !== false,
  };
}
