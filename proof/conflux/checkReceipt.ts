import { keccak_256 } from '@noble/hashes/sha3.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Hex } from '../hashes.ts';
import { type Words, wordsOfError } from '../words.ts';
import { type ChainCheck, checkOf, type ReadHeader } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import { rootOf } from './checkOrder.ts';
import { fromHex, toHex } from './hexBytes.ts';
import { decodeReceipt, type Receipt } from './receipt.ts';
import { deferredEpochs, findVoucher, foldBlamedRoots } from './receiptsRoot.ts';

const { passed, failed } = checkOf('receipt');

/** First topic of the evidence log's event. */
const anchoredTopic = toHex(keccak_256(utf8ToBytes('CheckpointAnchored(uint64,bytes32,uint64)')));

/** What the anchor's receipt must say. */
export interface AnchoredCheckpoint {
  contract: Hex;
  size: number;
  /** 32 bytes in hexadecimal, with or without 0x. */
  root: string;
}

/** Why a receipt does not show that the contract anchored the checkpoint; null when it does. */
function findReceiptFault(receipt: Receipt, { contract, size, root }: AnchoredCheckpoint): Words | null {
  if (receipt.outcome !== 'success')
    return receipt.outcome === 'failed'
      ? { en: 'The transaction failed.', zh: '交易执行失败。' }
      : { en: 'The transaction was skipped.', zh: '交易被跳过，没有执行。' };
  const ours = receipt.logs.filter(
    ({ address, space, topics }) =>
      space === 'espace' &&
      toHex(address) === contract.toLowerCase() &&
      topics[0] &&
      toHex(topics[0]) === anchoredTopic,
  );
  if (ours.length === 0)
    return {
      en: `The receipt has no CheckpointAnchored event of the contract ${contract}.`,
      zh: `收据中没有合约 ${contract} 的 CheckpointAnchored 事件。`,
    };
  const sizeTopic = `0x${size.toString(16).padStart(64, '0')}`;
  const rootTopic = `0x${root.replace(/^0x/, '').toLowerCase()}`;
  const found = ours.some(
    ({ topics: [, first, second] }) => first && second && toHex(first) === sizeTopic && toHex(second) === rootTopic,
  );
  if (found) return null;
  return {
    en: `The receipt's event is of another checkpoint than that of ${size} statements.`,
    zh: `收据中的事件对应另一检查点，而不是 ${size} 条存证的检查点。`,
  };
}

/** The receipts root that the chain states for an epoch, through the header that vouches for it, or what is wrong. */
function readStatedRoot(
  pivots: readonly ReadHeader[],
  blamedRoots: readonly Hex[],
): { root: Hex; height: number } | Words {
  const speaking = pivots.slice(deferredEpochs - 1);
  const at = findVoucher(speaking.map(({ header }) => header.blame));
  const header = speaking[at]?.header;
  if (!header) return { en: 'There is no header that states the receipts.', zh: '没有记载收据的区块头。' };
  const { blame, height } = header;
  const stated = toHex(header.deferredReceiptsRoot);
  if (blame === 0)
    return blamedRoots.length === 0
      ? { root: stated, height }
      : { en: 'Blamed roots are given and none is blamed.', zh: '给出了被追责的根，但没有根被追责。' };
  const ours = blamedRoots[at];
  if (blamedRoots.length !== blame + 1 || !ours || toHex(foldBlamedRoots(blamedRoots.map(fromHex))) !== stated)
    return {
      en: `The roots given do not fold to the one of the header at height ${height}, which blames ${blame} before it.`,
      zh: `给出的根合并后与高度 ${height} 的区块头（对其前 ${blame} 个追责）所载不符。`,
    };
  return { root: ours, height };
}

/**
 * Checks the receipt: its bytes lead to the receipts root that the pivot chain states five heights later, and it says that
 * the contract anchored this checkpoint.
 */
export function checkReceipt(
  proof: ChainProof,
  checkpoint: AnchoredCheckpoint,
  pivots: readonly ReadHeader[],
): ChainCheck {
  const { place, receipt } = proof;
  const blockRoot = rootOf({
    index: place.transaction,
    count: place.transactions,
    value: fromHex(receipt),
    siblings: proof.receiptProof.map(fromHex),
  });
  if (blockRoot === '0x')
    return failed(
      `The receipt's path has not the length that entry ${place.transaction + 1} needs.`,
      `收据的路径长度与第 ${place.transaction + 1} 个条目不符。`,
    );
  const value = fromHex(blockRoot);
  const epochRoot = rootOf({ index: place.block, count: place.blocks, value, siblings: proof.blockProof.map(fromHex) });
  if (epochRoot === '0x')
    return failed(
      `The block's path has not the length that entry ${place.block + 1} needs.`,
      `区块的路径长度与第 ${place.block + 1} 个条目不符。`,
    );
  const stated = readStatedRoot(pivots, proof.blamedRoots);
  if ('en' in stated) return failed(stated.en, stated.zh);
  if (stated.root !== epochRoot)
    return failed(
      `The receipt or its path has been changed: it does not lead to the root in the header at ${stated.height}.`,
      `收据或其路径已被改动：不通向高度 ${stated.height} 的区块头所载的根。`,
    );
  try {
    const fault = findReceiptFault(decodeReceipt(fromHex(receipt)), checkpoint);
    if (fault) return failed(fault.en, fault.zh);
  } catch (error) {
    const { en, zh } = wordsOfError(error);
    return failed(en, zh);
  }
  return passed(
    `The receipt of the anchor is under the receipts root of the header at height ${stated.height}: ${checkpoint.contract} anchored it.`,
    `锚定交易的收据位于高度 ${stated.height} 的区块头所载的收据根之下：由合约 ${checkpoint.contract} 锚定。`,
  );
}
