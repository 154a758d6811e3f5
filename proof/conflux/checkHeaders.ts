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
    const read = readHeader(encoded[at] ?? '0x');
    const isTip = at === encoded.length - 1;
    if (!read || read.hash !== expected) {
      const wanted = isTip ? 'the tip' : 'the parent that the header above it names';
      return result(failed(`${capitalise(place)} has been changed: it is not ${wanted}, ${expected}.`));
    }
    if (read.header.height !== height)
      return result(failed(`${capitalise(place)} is of height ${read.header.height}: headers are missing.`));
    if (checkWork(read) === false)
      return result(failed(`The proof of work of ${place} does not reach its difficulty ${read.header.difficulty}.`));
    const above = pivots[0]?.header.difficulty;
    // On a private chain it never changes; a header that states far more would only get around the check of its work.
    if (above !== undefined && isPublic(above) !== isPublic(read.header.difficulty))
      return result(failed(`${capitalise(place)} is of another kind of chain than the one above it.`));
    pivots.unshift(read);
    expected = toHex(read.header.parentHash);
  }
  const top = epochHeight + encoded.length;
  if (encoded.length < deferredEpochs)
    return result(failed(`The headers end at height ${top}; receipts are stated at ${epochHeight + deferredEpochs}.`));
  const range = `${encoded.length} pivot headers from height ${epochHeight + 1} to ${top} are linked by their hashes`;
  return result(passed(`${range}; ${describeWork(pivots)}.`));
}

const isPublic = (difficulty: bigint) => difficulty >= publicDifficultyFloor;
const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
