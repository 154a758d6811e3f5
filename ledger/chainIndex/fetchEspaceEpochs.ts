import type { Hex } from '../../proof/index.ts';
import { type EpochData, espace } from './epochData.ts';
import { indexErrors } from './errors.ts';
import type { IndexNode } from './indexNode.ts';
import { toDecimal, toDecimalOrNull, toQuantity } from './readNumbers.ts';
import type { EthBlock, EthReceipt } from './rpcShapes.ts';

const lower = (hex: Hex) => hex.toLowerCase() as Hex;

function assemble(number: number, block: EthBlock, receipts: readonly EthReceipt[]): EpochData {
  const byHash = new Map(receipts.map((receipt) => [receipt.transactionHash, receipt]));
  const epoch: EpochData = {
    number,
    pivot: block.hash,
    parent: block.parentHash,
    time: Number(block.timestamp),
    blocks: [
      {
        hash: block.hash,
        position: 0,
        height: number,
        number: null,
        pivot: true,
        skipped: false,
        parent: block.parentHash,
        referees: [],
        miner: lower(block.miner),
        time: Number(block.timestamp),
        difficulty: toDecimal(block.difficulty),
        adaptive: false,
        blame: 0,
        gasLimit: toDecimal(block.gasLimit),
        gasUsed: toDecimal(block.gasUsed),
        size: Number(block.size),
        coreTransactions: 0,
        espaceTransactions: block.transactions.length,
        powQuality: null,
        nonce: toDecimal(block.nonce),
        baseFee: toDecimalOrNull(block.baseFeePerGas),
        transactionsRoot: null,
        deferredStateRoot: null,
        deferredReceiptsRoot: null,
        deferredLogsBloomHash: null,
        posReference: null,
        custom: [],
      },
    ],
    transactions: [],
    duplicates: [],
    logs: [],
  };
  for (const [position, transaction] of block.transactions.entries()) {
    const receipt = byHash.get(transaction.hash);
    if (!receipt) throw indexErrors.nodeIncomplete({ epoch: number, problem: `no receipt of ${transaction.hash}` });
    const signed = Boolean(transaction.publicKey);
    epoch.transactions.push({
      hash: transaction.hash,
      position,
      space: espace,
      type: Number(transaction.type ?? 0),
      ok: receipt.status === '0x1',
      phantom: !signed && BigInt(transaction.gas) === 0n,
      block: block.hash,
      blockIndex: position,
      from: lower(transaction.from),
      to: transaction.to && lower(transaction.to),
      created: receipt.contractAddress && lower(receipt.contractAddress),
      value: toDecimal(transaction.value),
      nonce: toDecimal(transaction.nonce),
      gasLimit: toDecimal(transaction.gas),
      gasUsed: toDecimal(receipt.gasUsed),
      fee: toDecimal(receipt.gasFee ?? '0x0'),
      gasPrice: toDecimalOrNull(transaction.gasPrice),
      maxFee: toDecimalOrNull(transaction.maxFeePerGas),
      maxPriorityFee: toDecimalOrNull(transaction.maxPriorityFeePerGas),
      effectiveGasPrice: toDecimal(receipt.effectiveGasPrice),
      burntFee: toDecimalOrNull(receipt.burntGasFee),
      storageLimit: null,
      storageCollateralized: null,
      gasSponsored: false,
      storageSponsored: false,
      input: transaction.input,
      error: receipt.txExecErrorMsg ?? null,
      coreHash: null,
    });
    for (const { address, topics, data, logIndex } of receipt.logs) {
      epoch.logs.push({ space: espace, index: Number(logIndex), position, address: lower(address), topics, data });
    }
  }
  return epoch;
}

/**
 * Reads epochs as eSpace shows them, where no Core Space address is known: pivot blocks and eSpace transactions only.
 * @throws INDEX_NODE_INCOMPLETE (retryable) and what a JSON-RPC call throws
 */
export async function fetchEspaceEpochs(
  node: IndexNode,
  { from, to }: { from: number; to: number },
  signal: AbortSignal,
): Promise<EpochData[]> {
  const numbers = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const requests = numbers.flatMap((number) => [
    { method: 'eth_getBlockByNumber', params: [toQuantity(number), true] },
    { method: 'eth_getBlockReceipts', params: [toQuantity(number)] },
  ]);
  const answers = await node.espace<unknown[]>(requests, signal);
  return numbers.map((number, place) => {
    const block = answers[place * 2] as EthBlock | null;
    const receipts = (answers[place * 2 + 1] as EthReceipt[] | null) ?? [];
    if (!block) throw indexErrors.nodeIncomplete({ epoch: number, problem: 'eSpace has no such block' });
    return assemble(number, block, receipts);
  });
}
