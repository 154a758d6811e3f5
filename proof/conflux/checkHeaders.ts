import type { Hex } from '../hashes.ts';
import { type ChainCheck, checkOf, type ReadHeader } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import { toHex } from './hexBytes.ts';
import { publicDifficultyFloor } from './proofOfWork.ts';
import { checkWork, describeWork, readHeader } from './readHeader.ts';
import { deferredEpochs } from './receiptsRoot.ts';

const { passed, failed } = checkOf('header');

/** The pivot chain of a proof; without a check that failed it is linked by hashes from the tip down to the epoch. */
export interface CheckedPivots {
  check: ChainCheck;
  pivots: ReadHeader[];
  /** Hash of the epoch's own pivot block, as the header above names it. */
  epochHash: Hex;
}

/**
 * Checks the pivot headers from the tip downwards: each is the one that the next names as its parent, heights have no gap,
 * the work is right, and they reach far enough up to speak of the epoch's receipts.
 */
export function checkHeaders({ pivots: encoded, tip }: ChainProof, epochHeight: number): CheckedPivots {
  const pivots: ReadHeader[] = [];
  const result = (check: ChainCheck): CheckedPivots => {
    const parent = pivots[0]?.header.parentHash;
    return { check, pivots, epochHash: parent ? toHex(parent) : '0x' };
  };
  let expected = tip;
  for (let at = encoded.length - 1; at >= 0; at -= 1) {
    const height = epochHeight + 1 + at;
    const place = `the pivot header at height ${height} (number ${at + 1} of ${encoded.length})`;
    const placeZh = `高度 ${height} 的主链区块头（第 ${at + 1} 个，共 ${encoded.length} 个）`;
    const read = readHeader(encoded[at] ?? '0x');
    const isTip = at === encoded.length - 1;
    if (!read || read.hash !== expected) {
      const wanted = isTip
        ? { en: 'the tip', zh: '链顶区块' }
        : { en: 'the parent that the header above it names', zh: '其上区块头所指的父区块' };
      const en = `${capitalise(place)} has been changed: it is not ${wanted.en}, ${expected}.`;
      return result(failed(en, `${placeZh}已被改动：它不是${wanted.zh} ${expected}。`));
    }
    if (read.header.height !== height)
      return result(
        failed(
          `${capitalise(place)} is of height ${read.header.height}: headers are missing.`,
          `${placeZh}的实际高度是 ${read.header.height}：缺少区块头。`,
        ),
      );
    if (checkWork(read) === false)
      return result(
        failed(
          `The proof of work of ${place} does not reach its difficulty ${read.header.difficulty}.`,
          `${placeZh}的工作量证明达不到其难度 ${read.header.difficulty}。`,
        ),
      );
    const above = pivots[0]?.header.difficulty;
    // On a private chain it never changes; a header that states far more would only get around the check of its work.
    if (above !== undefined && isPublic(above) !== isPublic(read.header.difficulty))
      return result(
        failed(
          `${capitalise(place)} is of another kind of chain than the one above it.`,
          `${placeZh}与其上的区块头不属于同一类链。`,
        ),
      );
    pivots.unshift(read);
    expected = toHex(read.header.parentHash);
  }
  const top = epochHeight + encoded.length;
  if (encoded.length < deferredEpochs)
    return result(
      failed(
        `The headers end at height ${top}; receipts are stated at ${epochHeight + deferredEpochs}.`,
        `区块头止于高度 ${top}，而收据记载于高度 ${epochHeight + deferredEpochs}。`,
      ),
    );
  const work = describeWork(pivots);
  const en = `${encoded.length} pivot headers from height ${epochHeight + 1} to ${top} are linked by their hashes; ${work.en}.`;
  const zh = `高度 ${epochHeight + 1} 至 ${top} 的 ${encoded.length} 个主链区块头以哈希相连；${work.zh}。`;
  return result(passed(en, zh));
}

const isPublic = (difficulty: bigint) => difficulty >= publicDifficultyFloor;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
