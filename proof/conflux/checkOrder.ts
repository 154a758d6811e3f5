import type { Hex } from '../hashes.ts';
import type { Words } from '../words.ts';
import { type ChainCheck, checkOf, type ReadHeader } from './chainCheck.ts';
import type { ChainProof } from './chainProof.ts';
import { fromHex, toHex } from './hexBytes.ts';
import { checkWork, readHeader } from './readHeader.ts';
import { type GraphBlock, maxExecutedBlocks, orderEpoch } from './treeGraph.ts';
import { rootFromTrieProof } from './trie.ts';

const { passed, failed } = checkOf('order');

function readAll(encoded: readonly Hex[], name: Words): { blocks: (GraphBlock & ReadHeader)[]; fault: Words | null } {
  const blocks: (GraphBlock & ReadHeader)[] = [];
  for (const [index, hex] of encoded.entries()) {
    const read = readHeader(hex);
    const place = `${name.en} ${index + 1} of ${encoded.length}`;
    const placeZh = `第 ${index + 1} 个${name.zh}（共 ${encoded.length} 个）`;
    if (!read) return { blocks, fault: { en: `${place} is not a header.`, zh: `${placeZh}不是区块头。` } };
    if (checkWork(read) === false)
      return { blocks, fault: { en: `The proof of work of ${place} is wrong.`, zh: `${placeZh}的工作量证明有误。` } };
    const { parentHash, refereeHashes } = read.header;
    blocks.push({ ...read, parentHash: toHex(parentHash), refereeHashes: refereeHashes.map(toHex) });
  }
  return { blocks, fault: null };
}

const edgesOf = ({ parentHash, refereeHashes }: GraphBlock) => [parentHash, ...refereeHashes];

/** What is shown to lie before the epoch: the pivot's parent and whatever the given headers reach from there. */
function collectPast(past: readonly GraphBlock[], parent: Hex): { known: Set<Hex>; fault: Words | null } {
  const known = new Set<Hex>([parent]);
  for (const [index, block] of past.entries()) {
    if (!known.has(block.hash))
      return {
        known,
        fault: {
          en: `Earlier header ${index + 1} of ${past.length} is reached by none before it.`,
          zh: `第 ${index + 1} 个较早区块头（共 ${past.length} 个）与前面的都不相连。`,
        },
      };
    for (const hash of edgesOf(block)) known.add(hash);
  }
  return { known, fault: null };
}

function checkMembers(blocks: readonly GraphBlock[], past: ReadonlySet<Hex>): Words | null {
  const place = (index: number) => `Block ${index + 1} of ${blocks.length} of the epoch`;
  const placeZh = (index: number) => `纪元的第 ${index + 1} 个区块（共 ${blocks.length} 个）`;
  const members = new Set(blocks.map(({ hash }) => hash));
  if (members.size !== blocks.length) return { en: 'A block stands in the epoch twice.', zh: '纪元中有重复的区块。' };
  const pointed = new Set(blocks.flatMap(edgesOf));
  for (const [index, block] of blocks.entries()) {
    if (index < blocks.length - 1 && !pointed.has(block.hash))
      return {
        en: `${place(index)} has been changed or does not belong to it: no other block refers to ${block.hash}.`,
        zh: `${placeZh(index)}已被改动或不属于该纪元：没有其他区块引用 ${block.hash}。`,
      };
    if (past.has(block.hash))
      return { en: `${place(index)} belongs to an earlier epoch.`, zh: `${placeZh(index)}属于更早的纪元。` };
    const open = edgesOf(block).find((hash) => !members.has(hash) && !past.has(hash));
    if (open)
      return {
        en: `${place(index)} refers to ${open}, which is neither in the epoch nor shown to be earlier.`,
        zh: `${placeZh(index)}引用了 ${open}，它既不在该纪元中，也没有证明早于该纪元。`,
      };
  }
  const order = orderEpoch(blocks, blocks.at(-1)?.hash ?? '0x');
  const wrong = blocks.findIndex(({ hash }, index) => order[index] !== hash);
  if (wrong < 0) return null;
  return {
    en: `${place(wrong)} stands in the wrong place: ${order[wrong]} belongs there.`,
    zh: `${placeZh(wrong)}的位置有误：该处应为 ${order[wrong]}。`,
  };
}

/**
 * Checks the epoch: its blocks are those that the pivot block reaches and that did not come before, their order is the one
 * of the Tree-Graph, and the transaction is where the proof says.
 */
export function checkOrder(proof: ChainProof, epochHash: Hex): { check: ChainCheck; blocks: ReadHeader[] } {
  const { place, transactionHash, transactionProof } = proof;
  const { blocks, fault } = readAll(proof.epoch, { en: 'epoch header', zh: '纪元区块头' });
  const result = (check: ChainCheck) => ({ check, blocks });
  if (fault) return result(failed(fault.en, fault.zh));
  const pivot = blocks.at(-1);
  if (!pivot || pivot.hash !== epochHash)
    return result(
      failed(
        `The epoch's last block has been changed: it is not the pivot block ${epochHash}.`,
        `纪元的最后一个区块已被改动：它不是主链区块 ${epochHash}。`,
      ),
    );
  const earlier = readAll(proof.past, { en: 'earlier header', zh: '较早区块头' });
  if (earlier.fault) return result(failed(earlier.fault.en, earlier.fault.zh));
  const past = collectPast(earlier.blocks, pivot.parentHash);
  const problem = past.fault ?? checkMembers(blocks, past.known);
  if (problem) return result(failed(problem.en, problem.zh));
  const executed = blocks.slice(-maxExecutedBlocks);
  const holder = executed[place.block];
  if (place.blocks !== executed.length || !holder)
    return result(
      failed(
        `The proof speaks of block ${place.block + 1} of ${place.blocks}; the epoch has ${executed.length}.`,
        `证明写的是 ${place.blocks} 个区块中的第 ${place.block + 1} 个，而纪元有 ${executed.length} 个区块。`,
      ),
    );
  const where = `transaction ${place.transaction + 1} of ${place.transactions} of block ${place.block + 1}`;
  const whereZh = `第 ${place.block + 1} 个区块的第 ${place.transaction + 1} 笔交易（共 ${place.transactions} 笔）`;
  const entry = { index: place.transaction, count: place.transactions, value: fromHex(transactionHash) };
  if (rootOf({ ...entry, siblings: transactionProof.map(fromHex) }) !== toHex(holder.header.transactionsRoot))
    return result(
      failed(
        `The anchor is not ${where}: the path does not lead to the block's transactions root.`,
        `锚定交易不是${whereZh}：路径不通向该区块的交易根。`,
      ),
    );
  const { height } = pivot.header;
  const { length } = blocks;
  const count = length === 1 ? 'its only block' : `${length} blocks in the order of the Tree-Graph`;
  const countZh = length === 1 ? '只有一个区块' : `的 ${length} 个区块符合树图顺序`;
  return result(
    passed(
      `Epoch ${height} has ${count}; the anchor is ${where}.`,
      `纪元 ${height} ${countZh}；锚定交易是${whereZh}。`,
    ),
  );
}

/** The root that a trie proof leads to; empty when it has not the right number of siblings. */
export function rootOf(entry: Parameters<typeof rootFromTrieProof>[0]): Hex {
  try {
    return toHex(rootFromTrieProof(entry));
  } catch {
    return '0x';
  }
}
