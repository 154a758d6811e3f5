import type { Hex } from '../../../proof/index.ts';
import { chooseFees, type Fees } from '../../chain/fees.ts';
import { createHttpTransport } from '../../chain/httpTransport.ts';
import { RpcError, type RpcTransport } from '../../chain/rpc.ts';
import { ledgerErrors } from '../../errors.ts';
import { fromBase32, toBase32 } from './coreAddress.ts';

/** A call in Core Space; addresses are hexadecimal, of 20 bytes with the type in the first four bits (0x1… or 0x8…). */
export interface CoreCall {
  from: Hex;
  to: Hex | null;
  data: Hex;
  value: bigint;
}

/** What a call needs: gas, and bytes of storage for which collateral is locked. */
export interface CoreEstimate {
  gas: bigint;
  storage: bigint;
}

/** What became of a transaction: its receipt, as far as the lane needs it. */
export interface CoreExecution {
  kind: 'executed';
  success: boolean;
  /** Left out of its block: it will be packed again or never. */
  skipped: boolean;
  reason: string | null;
  blockHash: Hex;
  epoch: number;
  gasUsed: bigint;
  /** What the sender paid for gas; 0 where a sponsor did. */
  fee: bigint;
  contract: Hex | null;
  gasSponsored: boolean;
  storageSponsored: boolean;
}

export type CorePlace = CoreExecution | { kind: 'packed' | 'pooled' | 'unknown' };

type EpochTag = 'latest_state' | 'latest_confirmed' | 'latest_mined';

/** The questions the lane asks a Core Space node. All throw LEDGER_NODE_UNAVAILABLE (retryable) unless said otherwise. */
export interface CoreClient {
  readIdentity(): Promise<{ chainId: number; networkId: number; genesisHash: Hex }>;
  readEpoch(tag: EpochTag): Promise<number>;
  readFees(): Promise<Fees>;
  readNonce(address: Hex, tag: EpochTag): Promise<number>;
  readBalance(address: Hex): Promise<bigint>;
  /** @throws RpcError, the refusal of the node */
  estimate(call: CoreCall): Promise<CoreEstimate>;
  /** Whether the sender, with the sponsors of the contract that it calls, can pay. */
  canPay(call: CoreCall & { gas: bigint; price: bigint; storage: bigint }): Promise<boolean>;
  call(to: Hex, data: Hex): Promise<Hex>;
  /** @throws RpcError, the refusal of the node */
  sendRaw(raw: Hex): Promise<void>;
  readPlace(hash: Hex): Promise<CorePlace>;
  /** Whether a reorganisation away from this execution is as good as impossible. */
  isConfirmed(execution: { blockHash: Hex; epoch: number }): Promise<boolean>;
}

interface Receipt {
  outcomeStatus: Hex;
  txExecErrorMsg: string | null;
  blockHash: Hex;
  epochNumber: Hex;
  gasUsed: Hex;
  gasFee: Hex;
  contractCreated: string | null;
  gasCoveredBySponsor: boolean;
  storageCoveredBySponsor: boolean;
}

/** A risk of 10⁻⁶, in the unit of cfx_getConfirmationRiskByHash: risk × 2²⁵⁶. */
const confirmedRisk = 2n ** 256n / 1_000_000n;
const quantity = (value: bigint | number): Hex => `0x${value.toString(16)}`;

/** Connects to the Core Space RPC of a node. */
export function createCoreClient(coreUrl: string, transport: RpcTransport = createHttpTransport(coreUrl)): CoreClient {
  let networkId: number | null = null;

  async function tell<Result>(method: string, params: unknown[]): Promise<Result> {
    const [outcome] = await transport([{ method, params }]).catch((error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      throw ledgerErrors.nodeUnavailable({ method, problem });
    });
    if (outcome?.ok) return outcome.result as Result;
    throw outcome?.error ?? new RpcError('no answer', -32603);
  }
  /** As `tell`, where a refusal is no answer either. */
  async function ask<Result>(method: string, params: unknown[]): Promise<Result> {
    return tell<Result>(method, params).catch((error: unknown) => {
      throw error instanceof RpcError ? ledgerErrors.nodeUnavailable({ method, problem: error.message }) : error;
    });
  }
  async function base32(address: Hex): Promise<string> {
    networkId ??= Number((await ask<{ networkId: Hex }>('cfx_getStatus', [])).networkId);
    return toBase32(address, networkId);
  }
  async function toRpc({ from, to, data, value }: CoreCall): Promise<object> {
    return { from: await base32(from), data, value: quantity(value), ...(to ? { to: await base32(to) } : {}) };
  }
  const readEpoch = async (tag: EpochTag) => Number(await ask<Hex>('cfx_epochNumber', [tag]));

  return {
    readEpoch,
    async readIdentity() {
      const [status, genesis] = await Promise.all([
        ask<{ chainId: Hex; networkId: Hex }>('cfx_getStatus', []),
        ask<{ hash: Hex }>('cfx_getBlockByEpochNumber', ['0x0', false]),
      ]);
      return { chainId: Number(status.chainId), networkId: Number(status.networkId), genesisHash: genesis.hash };
    },
    async readFees() {
      const [price, block] = await Promise.all([
        ask<Hex>('cfx_gasPrice', []),
        ask<{ baseFeePerGas?: Hex | null }>('cfx_getBlockByEpochNumber', ['latest_state', false]),
      ]);
      return chooseFees(BigInt(price), block.baseFeePerGas ? BigInt(block.baseFeePerGas) : null);
    },
    readNonce: async (address, tag) => Number(await ask<Hex>('cfx_getNextNonce', [await base32(address), tag])),
    readBalance: async (address) => BigInt(await ask<Hex>('cfx_getBalance', [await base32(address), 'latest_state'])),
    async estimate(call) {
      const request = await toRpc(call);
      const { gasLimit, storageCollateralized } = await tell<{ gasLimit: Hex; storageCollateralized: Hex }>(
        'cfx_estimateGasAndCollateral',
        [request, 'latest_state'],
      );
      return { gas: BigInt(gasLimit), storage: BigInt(storageCollateralized) };
    },
    async canPay({ from, to, value, gas, price, storage }) {
      const balance = BigInt(await ask<Hex>('cfx_getBalance', [await base32(from), 'latest_state']));
      const collateral = (storage * 10n ** 18n) / 1024n;
      if (!to?.startsWith('0x8')) return balance >= value + gas * price + collateral;
      const { isBalanceEnough, willPayTxFee, willPayCollateral } = await ask<{
        isBalanceEnough: boolean;
        willPayTxFee: boolean;
        willPayCollateral: boolean;
      }>('cfx_checkBalanceAgainstTransaction', [
        await base32(from),
        await base32(to),
        quantity(gas),
        quantity(price),
        quantity(storage),
        'latest_state',
      ]);
      // What it says does not count the value that is sent along.
      const needed = value + (willPayTxFee ? gas * price : 0n) + (willPayCollateral ? collateral : 0n);
      return isBalanceEnough && balance >= needed;
    },
    async call(to, data) {
      return ask<Hex>('cfx_call', [{ to: await base32(to), data }, 'latest_state']);
    },
    async sendRaw(raw) {
      await tell<Hex>('cfx_sendRawTransaction', [raw]);
    },
    async readPlace(hash) {
      const receipt = await ask<Receipt | null>('cfx_getTransactionReceipt', [hash]);
      if (receipt) return toExecution(receipt);
      const transaction = await ask<{ blockHash: Hex | null } | null>('cfx_getTransactionByHash', [hash]);
      if (!transaction) return { kind: 'unknown' };
      return { kind: transaction.blockHash ? 'packed' : 'pooled' };
    },
    async isConfirmed({ blockHash, epoch }) {
      const risk = await ask<Hex | null>('cfx_getConfirmationRiskByHash', [blockHash]);
      if (risk !== null) return BigInt(risk) <= confirmedRisk;
      return (await readEpoch('latest_confirmed')) >= epoch;
    },
  };
}

function toExecution(receipt: Receipt): CoreExecution {
  const success = receipt.outcomeStatus === '0x0';
  return {
    kind: 'executed',
    success,
    skipped: receipt.outcomeStatus === '0x2',
    reason: success ? null : (receipt.txExecErrorMsg ?? 'it failed without a reason'),
    blockHash: receipt.blockHash,
    epoch: Number(receipt.epochNumber),
    gasUsed: BigInt(receipt.gasUsed),
    fee: receipt.gasCoveredBySponsor ? 0n : BigInt(receipt.gasFee),
    contract: receipt.contractCreated ? fromBase32(receipt.contractCreated) : null,
    gasSponsored: receipt.gasCoveredBySponsor,
    storageSponsored: receipt.storageCoveredBySponsor,
  };
}
