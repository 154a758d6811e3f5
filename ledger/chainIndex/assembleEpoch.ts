import type { Hex } from '../../proof/index.ts';
import { readBase32 } from './base32.ts';
import { type BlockData, coreSpace, type EpochData, espace, type LogData, type TransactionData } from './epochData.ts';
import { indexErrors } from './errors.ts';
import { toDecimal, toDecimalOrNull } from './readNumbers.ts';
import { countPhantoms, type Phantom } from './readPhantoms.ts';
import type { CoreBlock, CoreReceipt, CoreTransaction, EthTransaction, WrappedTransaction } from './rpcShapes.ts';

export interface AssembleEpochParameters {
  number: number;
  /** In execution order, the pivot last. */
  executed: readonly Hex[];
  skipped: readonly Hex[];
  transactions: readonly WrappedTransaction[];
  receipts: readonly (readonly CoreReceipt[])[];
  blocks: ReadonlyMap<Hex, CoreBlock>;
  phantoms: readonly Phantom[];
}

const lower = (hex: Hex) => hex.toLowerCase() as Hex;
const zeroHash = `0x${'0'.repeat(64)}`;

function toBlock(block: CoreBlock, place: Pick<BlockData, 'position' | 'pivot' | 'skipped'>): BlockData {
  return {
    ...place,
    hash: block.hash,
    height: Number(block.height),
    number: place.skipped || block.blockNumber === null ? null : Number(block.blockNumber),
    parent: block.parentHash,
    referees: block.refereeHashes,
    miner: readBase32(block.miner),
    time: Number(block.timestamp),
    difficulty: toDecimal(block.difficulty),
    adaptive: block.adaptive,
    blame: Number(block.blame),
    gasLimit: toDecimal(block.gasLimit),
    gasUsed: toDecimalOrNull(block.gasUsed),
    size: Number(block.size),
    coreTransactions: place.skipped ? block.transactions.length : 0,
    espaceTransactions: 0,
    powQuality: toDecimalOrNull(block.powQuality),
    nonce: toDecimal(block.nonce),
    baseFee: toDecimalOrNull(block.baseFeePerGas),
    transactionsRoot: block.transactionsRoot,
    deferredStateRoot: block.deferredStateRoot,
    deferredReceiptsRoot: block.deferredReceiptsRoot,
    deferredLogsBloomHash: block.deferredLogsBloomHash,
    posReference: block.posReference === zeroHash ? null : block.posReference,
    custom: block.custom,
  };
}

function fees(transaction: CoreTransaction | EthTransaction) {
  return {
    gasLimit: toDecimal(transaction.gas),
    value: toDecimal(transaction.value),
    nonce: toDecimal(transaction.nonce),
    gasPrice: toDecimalOrNull(transaction.gasPrice),
    maxFee: toDecimalOrNull(transaction.maxFeePerGas),
    maxPriorityFee: toDecimalOrNull(transaction.maxPriorityFeePerGas),
    type: Number(transaction.type ?? 0),
  };
}

function toTransaction(
  wrapped: WrappedTransaction,
  receipt: CoreReceipt,
  position: number,
  blockIndex: number,
): TransactionData {
  const shared = {
    hash: receipt.transactionHash,
    position,
    phantom: false,
    block: receipt.blockHash,
    blockIndex,
    created: receipt.contractCreated === null ? null : readBase32(receipt.contractCreated),
    gasUsed: toDecimal(receipt.gasUsed),
    fee: toDecimal(receipt.gasFee),
    effectiveGasPrice: toDecimal(receipt.effectiveGasPrice),
    burntFee: toDecimalOrNull(receipt.burntGasFee),
    gasSponsored: receipt.gasCoveredBySponsor,
    storageSponsored: receipt.storageCoveredBySponsor,
    error: receipt.txExecErrorMsg,
    coreHash: null,
  };
  if ('ethTransaction' in wrapped) {
    const { ethTransaction: eth } = wrapped;
    return {
      ...shared,
      ...fees(eth),
      space: espace,
      ok: receipt.outcomeStatus === '0x1',
      from: lower(eth.from),
      to: eth.to && lower(eth.to),
      input: eth.input,
      storageLimit: null,
      storageCollateralized: null,
    };
  }
  const { nativeTransaction: native } = wrapped;
  return {
    ...shared,
    ...fees(native),
    space: coreSpace,
    ok: receipt.outcomeStatus === '0x0',
    from: readBase32(native.from),
    to: native.to === null ? null : readBase32(native.to),
    input: native.data,
    storageLimit: toDecimal(native.storageLimit),
    storageCollateralized: toDecimal(receipt.storageCollateralized),
  };
}

function toPhantom({ transaction, receipt }: Phantom, position: number, made: CoreReceipt): TransactionData {
  return {
    ...fees(transaction),
    hash: transaction.hash,
    position,
    space: espace,
    ok: receipt.status === '0x1',
    phantom: true,
    block: made.blockHash,
    blockIndex: null,
    from: lower(transaction.from),
    to: transaction.to && lower(transaction.to),
    created: receipt.contractAddress && lower(receipt.contractAddress),
    gasUsed: toDecimal(receipt.gasUsed),
    fee: toDecimal(receipt.gasFee ?? '0x0'),
    effectiveGasPrice: toDecimal(receipt.effectiveGasPrice),
    burntFee: toDecimalOrNull(receipt.burntGasFee),
    storageLimit: null,
    storageCollateralized: null,
    gasSponsored: false,
    storageSponsored: false,
    input: transaction.input,
    error: receipt.txExecErrorMsg ?? null,
    coreHash: made.transactionHash,
  };
}

const hashOf = (wrapped: WrappedTransaction) =>
  'ethTransaction' in wrapped ? wrapped.ethTransaction.hash : wrapped.nativeTransaction.hash;
const isEspace = (wrapped: WrappedTransaction) => 'ethTransaction' in wrapped;
const isSkipped = ({ outcomeStatus }: CoreReceipt) => outcomeStatus !== '0x0' && outcomeStatus !== '0x1';

/**
 * Puts an epoch together from a node's answers: blocks in order, transactions of both spaces in the order of their
 * execution, each phantom after the Core transaction that made it, and logs counted within their space as RPC counts them.
 * @throws INDEX_NODE_INCOMPLETE when the answers do not belong together
 */
export function assembleEpoch(parameters: AssembleEpochParameters): EpochData {
  const { number, executed, skipped, receipts, blocks } = parameters;
  const incomplete = (problem: string) => indexErrors.nodeIncomplete({ epoch: number, problem });
  const payloads = new Map(parameters.transactions.map((wrapped) => [hashOf(wrapped), wrapped]));
  const order = [...executed, ...skipped].map((hash, position): BlockData => {
    const block = blocks.get(hash);
    if (!block) throw incomplete(`block ${hash} is missing`);
    return toBlock(block, {
      position,
      pivot: position === executed.length - 1,
      skipped: position >= executed.length,
    });
  });
  const pivot = order[executed.length - 1];
  if (!pivot) throw incomplete('it has no pivot block');
  const epoch: EpochData = {
    number,
    pivot: pivot.hash,
    parent: pivot.parent,
    time: pivot.time,
    blocks: order,
    transactions: [],
    duplicates: [],
    logs: [],
  };
  const { transactions, logs } = epoch;
  const counted = [0, 0];
  const addLog = (space: LogData['space'], position: number, log: Pick<LogData, 'address' | 'topics' | 'data'>) => {
    const index = counted[space] ?? 0;
    counted[space] = index + 1;
    logs.push({ space, index, position, ...log });
  };
  let nextPhantom = 0;
  for (const [place, list] of receipts.entries()) {
    const block = order[place];
    // The node's own sum leaves eSpace out. No block has gas for more than a number holds.
    if (block && list.length > 0) block.gasUsed = String(list.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0));
    for (const [blockIndex, receipt] of list.entries()) {
      const wrapped = payloads.get(receipt.transactionHash);
      if (!wrapped || !block) throw incomplete(`transaction ${receipt.transactionHash} is missing`);
      if (isEspace(wrapped)) block.espaceTransactions += 1;
      else block.coreTransactions += 1;
      if (isSkipped(receipt)) {
        epoch.duplicates.push({ hash: receipt.transactionHash, block: receipt.blockHash });
        continue;
      }
      const position = transactions.length;
      const transaction = toTransaction(wrapped, receipt, position, blockIndex);
      transactions.push(transaction);
      for (const { address, topics, data, space } of receipt.logs) {
        const own = space === undefined || (space === 'evm') === (transaction.space === espace);
        // Logs that a Core transaction caused in eSpace belong to its phantoms.
        if (own) addLog(transaction.space, position, { address: readBase32(address), topics, data });
      }
      const made = transaction.space === coreSpace ? countPhantoms(receipt, readBase32) : 0;
      for (const phantom of parameters.phantoms.slice(nextPhantom, nextPhantom + made)) {
        const at = transactions.length;
        transactions.push(toPhantom(phantom, at, receipt));
        for (const { address, topics, data } of phantom.receipt.logs) {
          addLog(espace, at, { address: lower(address), topics, data });
        }
      }
      nextPhantom += made;
    }
  }
  if (nextPhantom !== parameters.phantoms.length) throw incomplete('its cross-space transactions do not add up');
  return epoch;
}
