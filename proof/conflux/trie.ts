import { keccak_256 } from '@noble/hashes/sha3.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { confluxErrors } from './errors.ts';

/** What an empty trie and an absent child hash to: keccak-256 of nothing. */
const nothing = keccak_256(new Uint8Array());
const nodeTag = Uint8Array.of(0x6e); // 'n'
const valueTag = Uint8Array.of(0x76); // 'v'

/**
 * The inner nodes between the root and entry `index` of a list of `count` entries. Conflux keys a list by the entry's
 * big-endian index in the fewest bytes that hold the last one, so the tree's shape follows from the count alone.
 */
interface Subtree {
  /** The entries below, as a range of indices. */
  first: number;
  last: number;
  /** Nibbles of the key that were read above. */
  depth: number;
  /** Nibbles that all keys below share from there on (the compressed path). */
  shared: number;
}

/** Bytes of a key: as many as the last index needs, at least one. */
function keyBytes(count: number): number {
  let bytes = 1;
  while (256 ** bytes < count) bytes += 1;
  return bytes;
}

function keyOf(index: number, width: number): Uint8Array {
  return Uint8Array.from({ length: width }, (_, at) => Math.floor(index / 256 ** (width - 1 - at)) % 256);
}

const nibbleOf = (index: number, at: number, width: number) => Math.floor(index / 16 ** (2 * width - 1 - at)) % 16;

function openSubtree(first: number, last: number, depth: number, width: number): Subtree {
  let shared = 0;
  while (depth + shared < 2 * width && nibbleOf(first, depth + shared, width) === nibbleOf(last, depth + shared, width))
    shared += 1;
  return { first, last, depth, shared };
}

/** The up to 16 children of an inner node, by nibble. */
function childrenOf({ first, last, depth, shared }: Subtree, width: number): Subtree[] {
  const at = depth + shared;
  const span = 16 ** (2 * width - 1 - at);
  const base = first - (first % (span * 16));
  const nibbles = nibbleOf(last, at, width) + 1;
  return Array.from({ length: nibbles }, (_, nibble) => {
    const start = base + nibble * span;
    return openSubtree(start, Math.min(start + span - 1, last), at + 1, width);
  });
}

function hashNodeOf(children: readonly Uint8Array[], value: Uint8Array | null): Uint8Array {
  const table = Array.from({ length: 16 }, (_, nibble) => children[nibble] ?? nothing);
  return keccak_256(concatBytes(nodeTag, ...table, ...(value ? [valueTag, value] : [])));
}

/** What a parent stores of a child: its hash, bound to the nibbles that it skips. */
function bindPath(hash: Uint8Array, { first, depth, shared }: Subtree, width: number): Uint8Array {
  if (shared === 0) return hash;
  const startsLow = depth % 2 === 1;
  const path = keyOf(first, width).slice(Math.floor(depth / 2), Math.ceil((depth + shared) / 2));
  if (startsLow) path[0] = (path[0] ?? 0) & 0x0f;
  if ((depth + shared) % 2 === 1) path[path.length - 1] = (path[path.length - 1] ?? 0) & 0xf0;
  const info = 128 + (startsLow ? 64 : 0) + (shared % 63);
  return keccak_256(concatBytes(Uint8Array.of(info), path, hash));
}

/** The root node has no compressed path, and a root with a single child gives way to that child. */
function foldRoot(children: readonly Uint8Array[]): Uint8Array {
  const [only] = children;
  return children.length === 1 && only ? only : hashNodeOf(children, null);
}

function hashSubtree(subtree: Subtree, values: readonly Uint8Array[], width: number): Uint8Array {
  const isLeaf = subtree.depth + subtree.shared === 2 * width;
  const hash = isLeaf
    ? hashNodeOf([], values[subtree.first] ?? nothing)
    : hashNodeOf(
        childrenOf(subtree, width).map((child) => hashSubtree(child, values, width)),
        null,
      );
  return bindPath(hash, subtree, width);
}

function openRoot(count: number): Subtree {
  return { first: 0, last: count - 1, depth: 0, shared: 0 };
}

/** Root of Conflux's simple Merkle-Patricia trie over a list: transactions root, block and epoch receipts roots. */
export function trieRoot(values: readonly Uint8Array[]): Uint8Array {
  if (values.length === 0) return nothing;
  const width = keyBytes(values.length);
  return foldRoot(childrenOf(openRoot(values.length), width).map((child) => hashSubtree(child, values, width)));
}

/** Sibling hashes from entry `index` to the root: level by level from the top, in the order of their nibbles. */
export function trieProof(values: readonly Uint8Array[], index: number): Uint8Array[] {
  const width = keyBytes(values.length);
  const siblings: Uint8Array[] = [];
  for (let subtree = openRoot(values.length); subtree.depth + subtree.shared < 2 * width; ) {
    let next = subtree;
    for (const child of childrenOf(subtree, width)) {
      if (child.first <= index && index <= child.last) next = child;
      else siblings.push(hashSubtree(child, values, width));
    }
    subtree = next;
  }
  return siblings;
}

/** One entry of a list with what proves it. */
export interface TrieEntry {
  index: number;
  count: number;
  value: Uint8Array;
  siblings: readonly Uint8Array[];
}

/** One level of the way from the root to an entry: how many children the node has and which of them is on the way. */
export interface TrieLevel {
  children: number;
  own: number;
}

/** The levels on the way to an entry, from the top; a root with a single child is one too. @throws CONFLUX_BAD_TRIE_PROOF */
export function trieLevels(index: number, count: number): TrieLevel[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(count) || index < 0 || index >= count)
    throw confluxErrors.badTrieProof({ index, count });
  const width = keyBytes(count);
  const levels: TrieLevel[] = [];
  for (let subtree = openRoot(count); subtree.depth + subtree.shared < 2 * width; ) {
    const children = childrenOf(subtree, width);
    const own = children.findIndex(({ first, last }) => first <= index && index <= last);
    levels.push({ children: children.length, own });
    subtree = children[own] ?? subtree;
  }
  return levels;
}

/**
 * The root that a list of `count` entries has when `value` is entry `index` and its siblings are these.
 * @throws CONFLUX_BAD_TRIE_PROOF when the number of siblings is not the one that the place asks for
 */
export function rootFromTrieProof({ index, count, value, siblings }: TrieEntry): Uint8Array {
  const expected = trieLevels(index, count).reduce((sum, { children }) => sum + children - 1, 0);
  if (siblings.length !== expected) throw confluxErrors.badTrieProof({ index, count });
  const width = keyBytes(count);
  let used = 0;
  const fold = (subtree: Subtree): Uint8Array[] => {
    // Siblings of the upper levels come first, so a level takes its own before it goes down.
    const children = childrenOf(subtree, width);
    const own = children.findIndex(({ first, last }) => first <= index && index <= last);
    const taken = siblings.slice(used, used + children.length - 1);
    used += taken.length;
    const child = children[own] ?? subtree;
    const isLeaf = child.depth + child.shared === 2 * width;
    const hash = isLeaf ? hashNodeOf([], value) : hashNodeOf(fold(child), null);
    return [...taken.slice(0, own), bindPath(hash, child, width), ...taken.slice(own)];
  };
  return foldRoot(fold(openRoot(count)));
}
