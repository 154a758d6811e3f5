import type { Execution } from '../chain/readReplies.ts';
import type { LaneContext } from './laneContext.ts';
import { checkPlaces, type LaneMemory } from './laneMemory.ts';
import { reconcile } from './reconcile.ts';
import { rewindBlocks } from './rewindBlocks.ts';
import { type SeenExecution, sendBack, storeExecutions } from './storeExecutions.ts';

/** Hashes of so many blocks are kept to find where a reorganisation begins. */
const ringSize = 1_000;
/** Blocks that are asked for at once. */
const chunkSize = 8;
/** Blocks of one pass; a longer way is gone in several. */
const maxBlocks = 400;

/**
 * Reads the blocks since the last pass, each in one question whatever it holds, and stores which transactions of ours they
 * executed. Blocks that are no longer those read before are a reorganisation: what only they held is sent again. Gives
 * whether anything changed.
 */
export async function followChain(context: LaneContext, memory: LaneMemory): Promise<boolean> {
  const { client } = context;
  const head = await client.readHead();
  memory.head = head;
  if (!(await dropOldBranch(context, memory, head.number, head.hash))) return false;
  let changed = false;
  const last = Math.min(head.number, memory.top + maxBlocks);
  for (let first = memory.top + 1; first <= last; first = memory.top + 1) {
    const numbers = Array.from({ length: Math.min(chunkSize, last - first + 1) }, (_, at) => first + at);
    const blocks = await client.readBlockExecutions(numbers);
    const seen: SeenExecution[] = [];
    let top = memory.top;
    for (const found of blocks) {
      // The chain may have changed between two questions: then the rest is read in the next pass.
      if (!found || memory.ring.get(top) !== found.block.parentHash) break;
      if (found.executions.some(({ blockHash }) => blockHash !== found.block.hash)) break;
      seen.push(...matchExecutions(memory, found.executions));
      memory.ring.set(found.block.number, found.block.hash);
      top = found.block.number;
    }
    if (top === memory.top) break;
    if (await storeExecutions(context, memory, seen)) changed = true;
    // One that was found by its hash, ahead of the blocks, may have been in another block of that number.
    for (let number = first; number <= top; number += 1) checkPlaces(memory, number);
    memory.top = top;
    for (let old = top - ringSize; memory.ring.delete(old); old -= 1);
  }
  return (await settleOrphans(context, memory)) || changed;
}

function matchExecutions(memory: LaneMemory, executions: readonly Execution[]): SeenExecution[] {
  return executions.flatMap((execution) => {
    const flight = memory.byHash.get(execution.hash);
    return flight ? [{ flight, execution }] : [];
  });
}

/** Forgets the blocks that are no longer part of the chain. Gives false while the node is behind what was read before. */
async function dropOldBranch(context: LaneContext, memory: LaneMemory, height: number, hash: string): Promise<boolean> {
  const { client, logger } = context;
  if (height < memory.top && (memory.ring.get(height) ?? hash) === hash) return false;
  const [top] = height === memory.top ? [{ hash }] : await client.readBlocks([memory.top]);
  if (top?.hash === memory.ring.get(memory.top)) return true;
  if (!top && height >= memory.top) return false;
  let fork = Math.min(memory.top, height);
  for (; memory.ring.has(fork); fork -= chunkSize) {
    const numbers = Array.from({ length: chunkSize }, (_, at) => fork - at).filter((number) => number >= 0);
    const blocks = await client.readBlocks(numbers);
    const same = numbers.find((number, at) => blocks[at]?.hash === memory.ring.get(number));
    if (same !== undefined) {
      fork = same;
      break;
    }
  }
  memory.orphanedFrom = Math.min(memory.orphanedFrom ?? fork + 1, fork + 1);
  logger.warn({ from: fork + 1, to: memory.top }, 'the chain was reorganised');
  if (fork < memory.confirmedTop || !memory.ring.has(fork)) {
    if (await rewindBlocks(context, memory)) return false;
  }
  if (!memory.ring.has(fork)) {
    // Older than anything that was kept: begin at the present head, and ask for each transaction.
    memory.ring = new Map([[memory.head.number, memory.head.hash]]);
    memory.top = memory.head.number;
    return true;
  }
  for (let number = memory.top; number > fork; number -= 1) memory.ring.delete(number);
  memory.top = fork;
  return true;
}

/** What the new branch has not executed in the blocks read so far may be in it all the same; else it is sent again. */
async function settleOrphans(context: LaneContext, memory: LaneMemory): Promise<boolean> {
  const from = memory.orphanedFrom;
  if (from === null) return false;
  const orphans = [...memory.byBlock].flatMap(([number, flights]) =>
    number < from ? [] : [...flights].filter(({ block }) => block && memory.ring.get(number) !== block.hash),
  );
  const left = await reconcile(context, memory, orphans);
  await sendBack(context, memory, left, 'left the chain with a reorganisation; the same bytes are sent again');
  memory.orphanedFrom = null;
  return orphans.length > 0;
}
