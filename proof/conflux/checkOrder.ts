import type { Hex } from '../hashes.ts';
import { type ChainCheck, checkOf, type ReadHeader } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import { fromHex, toHex } from './hexBytes.ts';
import { checkWork, readHeader } from './readHeader.ts';
import { type GraphBlock, maxExecutedBlocks, orderEpoch } from './treeGraph.ts';
import { rootFromTrieProof } from './trie.ts';

const { passed, failed } = checkOf('order');

function readAll(encoded: readonly Hex[], name: string): { blocks: (GraphBlock & ReadHeader)[]; fault: string | null } {
  const blocks: (GraphBlock & ReadHeader)[] = [];
  for (const [index, hex] of encoded.entries()) {
    const read = readHeader(hex);
    if (!read) return { blocks, fault: `${name} ${index + 1} of ${encoded.length} is not a header.` };
    if (checkWork(read) === false)
      return { blocks, fault: `The proof of work of ${name} ${index + 1} of ${encoded.length} is wrong.` };
    const { parentHash, refereeHashes } = read.header;
    blocks.push({ ...read, parentHash: toHex(parentHash), refereeHashes: refereeHashes.map(toHex) });
  }
  return { blocks, fault: null };
}

const edgesOf = ({ parentHash, refereeHashes }: GraphBlock) => [parentHash, ...refereeHashes];

/** What is shown to lie before the epoch: the pivot's parent and whatever the given headers reach from there. */
function collectPast(past: readonly GraphBlock[], parent: Hex): { known: Set<Hex>; fault: string | null } {
  const known = new Set<Hex>([parent]);
  for (const [index, block] of past.entries()) {
    if (!known.has(block.hash))
      return { known, fault: `Earlier header ${index + 1} of ${past.length} is reached by none before it.` };
    for (const hash of edgesOf(block)) known.add(hash);
  }
  return { known, fault: null };
}

function checkMembers(blocks: readonly GraphBlock[], past: ReadonlySet<Hex>): string | null {
  const place = (index: number) => `Block ${index + 1} of ${blocks.length} of the epoch`;
  const members = new Set(blocks.map(({ hash }) => hash));
  if (members.size !== blocks.length) return 'A block stands in the epoch twice.';
  const pointed = new Set(blocks.flatMap(edgesOf));
  for (const [index, block] of blocks.entries()) {
    if (index < blocks.length - 1 && !pointed.has(block.hash))
      return `${place(index)} has been changed or does not belong to it: no other block refers to ${block.hash}.`;
    if (past.has(block.hash)) return `${place(index)} belongs to an earlier epoch.`;
    const open = edgesOf(block).find((hash) => !members.has(hash) && !past.has(hash));
    if (open) return `${place(index)} refers to ${open}, which is neither in the epoch nor shown to be earlier.`;
  }
  const order = orderEpoch(blocks, blocks.at(-1)?.hash ?? '0x');
  const wrong = blocks.findIndex(({ hash }, index) => order[index] !== hash);
  return wrong < 0 ? null : `${place(wrong)} stands in the wrong place: ${order[wrong]} belongs there.`;
}

/**
 * Checks the epoch: its blocks are those that the pivot block reaches and that did not come before, their order is the one
 * of the Tree-Graph, and the transaction is where the proof says.
 */
export function checkOrder(proof: ChainProof, epochHash: Hex): { check: ChainCheck; blocks: ReadHeader[] } {
  const { place, transactionHash, transactionProof } = proof;
  const { blocks, fault } = readAll(proof.epoch, 'epoch header');
  const result = (check: ChainCheck) => ({ check, blocks });
  if (fault) return result(failed(fault));
  const pivot = blocks.at(-1);
  if (!pivot || pivot.hash !== epochHash)
    return result(failed(`The epoch's last block has been changed: it is not the pivot block ${epochHash}.`));
  const earlier = readAll(proof.past, 'earlier header');
  if (earlier.fault) return result(failed(earlier.fault));
  const past = collectPast(earlier.blocks, pivot.parentHash);
  const problem = past.fault ?? checkMembers(blocks, past.known);
  if (problem) return result(failed(problem));
  const executed = blocks.slice(-maxExecutedBlocks);
  const holder = executed[place.block];
  if (place.blocks !== executed.length || !holder)
    return result(
      failed(`The proof speaks of block ${place.block + 1} of ${place.blocks}; the epoch has ${executed.length}.`),
    );
  const where = `transaction ${place.transaction + 1} of ${place.transactions} of block ${place.block + 1}`;
  const entry = { index: place.transaction, count: place.transactions, value: fromHex(transactionHash) };
  if (rootOf({ ...entry, siblings: transactionProof.map(fromHex) }) !== toHex(holder.header.transactionsRoot))
    return result(failed(`The anchor is not ${where}: the path does not lead to the block's transactions root.`));
  const count = blocks.length === 1 ? 'its only block' : `${blocks.length} blocks in the order of the Tree-Graph`;
  return result(passed(`Epoch ${pivot.header.height} has ${count}; the anchor is ${where}.`));
}

/** The root that a trie proof leads to; empty when it has not the right number of siblings. */
export function rootOf(entry: Parameters<typeof rootFromTrieProof>[0]): Hex {
  try {
    return toHex(rootFromTrieProof(entry));
  } catch {
    return '0x';
  }
}
