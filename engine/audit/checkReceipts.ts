import { keccak_256 } from '@noble/hashes/sha3.js';
import { encodeReceipt, epochReceiptsRoot, receiptFromRpc, toHex } from '../../proof/index.ts';
import { hashOf } from '../chainProof/packedTransaction.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditDifference, EpochAnswers } from './auditTypes.ts';

/** What an epoch's execution comes to, as a pivot header five heights above states it. */
export interface EpochRoots {
  receiptsRoot: Uint8Array;
  bloomHash: Hex;
  skipped: number;
}

/** Recomputes the receipts root and the hash of the log bloom of an epoch from the receipts that the node answers. */
export function computeRoots({ epoch, executed, packed, receipts }: EpochAnswers): EpochRoots | AuditDifference {
  const differ = (block: Hex | null, what: string, expected: unknown, found: unknown): AuditDifference => ({
    epoch,
    block,
    what,
    expected: String(expected),
    found: String(found),
  });
  if (receipts.length !== executed.length)
    return differ(null, 'blocks with receipts', executed.length, receipts.length);
  const bloom = new Uint8Array(256);
  const encoded: Uint8Array[][] = [];
  let skipped = 0;
  for (const [index, ofBlock] of receipts.entries()) {
    const hashes = (packed[index] ?? []).map(hashOf);
    const block = executed[index] ?? null;
    if (ofBlock.map(({ transactionHash }) => transactionHash).join() !== hashes.join())
      return differ(block, 'receipts of the block', `${hashes.length} in the packed order`, `${ofBlock.length}`);
    const read = ofBlock.map(receiptFromRpc);
    for (const { logBloom, outcome } of read) {
      for (let at = 0; at < 256; at += 1) bloom[at] = (bloom[at] ?? 0) | (logBloom[at] ?? 0);
      if (outcome === 'skipped') skipped += 1;
    }
    encoded.push(read.map(encodeReceipt));
  }
  return { receiptsRoot: epochReceiptsRoot(encoded), bloomHash: toHex(keccak_256(bloom)), skipped };
}
