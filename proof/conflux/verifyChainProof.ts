import type { Hex } from '../hashes.ts';
import type { Words } from '../words.ts';
import type { ChainCheck } from './chainCheck.ts';
import { checkOf } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import { checkHeaders } from './checkHeaders.ts';
import { checkOrder } from './checkOrder.ts';
import { type AnchoredCheckpoint, checkReceipt } from './checkReceipt.ts';
import { type ChainTrust, checkTrusted } from './checkTrusted.ts';

/** The anchor as the bundle names it, what it must have anchored, and what the reader trusts of the chain. */
export interface VerifyChainProofParameters extends AnchoredCheckpoint, ChainTrust {
  transactionHash: Hex;
  /** Hash of the eSpace block that holds the anchor: the epoch's pivot block. */
  blockHash: Hex;
  /** Its number: the epoch's. */
  blockNumber: number;
}

const openAfter = (id: ChainCheck['id'], { en, zh }: Words) =>
  checkOf(id).open(`Not checked: ${en}.`, `未检查：${zh}。`);

/**
 * Follows an anchor from a trusted block down to its receipt, with nothing but the proof: pivot headers by their hashes,
 * the epoch's set and order, the transaction in its block, the receipt under the root that the chain states. What comes
 * after a failed check is left open, so that a change is named where it is.
 */
export function verifyChainProof(proof: ChainProof, parameters: VerifyChainProofParameters): ChainCheck[] {
  const headers = checkHeaders(proof, parameters.blockNumber);
  if (headers.check.ok === false) {
    const why = { en: 'the pivot headers do not hold together', zh: '主链区块头前后不相连' };
    return [headers.check, openAfter('trusted', why), openAfter('order', why), openAfter('receipt', why)];
  }
  const trusted = checkTrusted(headers.pivots, parameters);
  const order = checkNamedBlock(proof, parameters, headers.epochHash) ?? checkOrder(proof, headers.epochHash).check;
  const receipt = order.ok
    ? checkReceipt(proof, parameters, trusted.pivots)
    : openAfter('receipt', { en: 'the place of the anchor is not shown', zh: '锚定交易的位置没有得到证明' });
  return [headers.check, trusted.check, order, receipt];
}

function checkNamedBlock(
  proof: ChainProof,
  { transactionHash, blockHash, blockNumber }: VerifyChainProofParameters,
  epochHash: Hex,
): ChainCheck | null {
  const { failed } = checkOf('order');
  if (proof.transactionHash !== transactionHash.toLowerCase())
    return failed(
      `The chain part is about ${proof.transactionHash}, the anchor is ${transactionHash}.`,
      `链上证明关于交易 ${proof.transactionHash}，而锚定交易是 ${transactionHash}。`,
    );
  if (epochHash !== blockHash.toLowerCase())
    return failed(
      `The pivot block of epoch ${blockNumber} is ${epochHash}, the anchor names ${blockHash}.`,
      `纪元 ${blockNumber} 的主链区块是 ${epochHash}，而锚定写明的是 ${blockHash}。`,
    );
  return null;
}
