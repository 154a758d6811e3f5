import type { IndexedBlock } from '../../ledger/index.ts';
import type { BlockSummary } from '../schemas/blocks.ts';
import type { AddressBook, Place } from './addressBook.ts';
import { toTime } from './toTime.ts';

/** Where a block's reward goes: an account of Core Space, or of eSpace where only that is indexed. */
export const minerOf = (block: IndexedBlock, bothSpaces: boolean): Place => ({
  space: bothSpaces ? 0 : 1,
  address: block.miner,
});

/** A block as lists show it. */
export function presentBlock(block: IndexedBlock, book: AddressBook, bothSpaces: boolean): BlockSummary {
  const { space, address } = minerOf(block, bothSpaces);
  return {
    hash: block.hash,
    height: block.height,
    epoch: block.epoch,
    position: block.position,
    blockNumber: block.number,
    pivot: block.pivot,
    skipped: block.skipped,
    parentHash: block.parent,
    refereeHashes: block.referees,
    miner: book.show(space, address),
    time: toTime(block.time),
    difficulty: block.difficulty,
    adaptive: block.adaptive,
    gasLimit: block.gasLimit,
    gasUsed: block.gasUsed,
    sizeBytes: block.size,
    transactions: { core: block.coreTransactions, espace: block.espaceTransactions },
  };
}
