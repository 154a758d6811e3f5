import { blockWeight, isHeavier } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditBlock, AuditDifference } from './auditTypes.ts';

/** A subtree beside the pivot chain: its root's parent is the pivot block at height `at - 1`. */
interface Branch {
  root: Hex;
  at: number;
  weight: bigint;
  /** Height of the last pivot block that brought a block of it into the order. */
  grownAt: number;
}

/** Where a block hangs: on the pivot chain itself, or on a branch beside it. */
export type Junction = { height: number; branch: Branch | null };

/** Judges every fork of the pivot chain by the weights that the last audited pivot block has in its past. */
export interface PivotWeights {
  /** Adds a block whose parent was added; null when the parent is unknown. The pivot comes last in its epoch. */
  add(block: AuditBlock, pivot: boolean, epoch: number): Junction | null;
  /** Makes a block known that is older than the audit or the window. */
  place(hash: Hex, junction: Junction): void;
  junctionOf(hash: Hex): Junction | undefined;
  /** The lowest fork at which the chain left the heavier side. */
  findDifference(): AuditDifference | null;
  /** Weight of all blocks that hang on the chain from the first audited pivot block on. */
  readonly total: bigint;
  readonly forks: number;
  readonly openForks: number;
}

/** Blocks are forgotten this many epochs later; a block that builds on an older one is looked up again. */
export const junctionWindow = 2_000;

/**
 * Makes the judge for an audit that begins at epoch `first`. It keeps eight bytes a height, and the side blocks of the last
 * 2,000 epochs: a branch that the chain has outgrown by then is settled, as weight is only ever added.
 */
export function createPivotWeights(first: number, heavyRatio?: bigint): PivotWeights {
  let weights = new BigUint64Array(4_096);
  let top = first;
  const pivots = new Map<number, Hex>();
  const junctions = new Map<Hex, Junction>();
  const expiry = new Map<number, Hex[]>();
  const branches = new Set<Branch>();
  let forks = 0;
  let openForks = 0;

  const addWeight = (height: number, weight: bigint) => {
    const at = height - first;
    if (at < 0) return;
    if (at >= weights.length) {
      const grown = new BigUint64Array(weights.length * 2);
      grown.set(weights);
      weights = grown;
    }
    weights[at] = (weights[at] ?? 0n) + weight;
  };
  /** Subtree weights of the pivot blocks from `lowest` up, by height. */
  const sumUp = (lowest: number) => {
    const sums = new Map<number, bigint>();
    let sum = 0n;
    for (let height = top; height >= lowest; height -= 1) {
      sum += weights[height - first] ?? 0n;
      sums.set(height, sum);
    }
    return sums;
  };
  const isBeaten = (branch: Branch, sums: ReadonlyMap<number, bigint>) =>
    isHeavier(
      { weight: sums.get(branch.at) ?? 0n, hash: pivots.get(branch.at) ?? '0x' },
      { ...branch, hash: branch.root },
    );
  const settle = () => {
    const old = [...branches].filter(({ grownAt }) => grownAt < top - junctionWindow);
    const sums = sumUp(Math.min(...old.map(({ at }) => at), top));
    for (const branch of old) if (isBeaten(branch, sums)) branches.delete(branch);
    const lowest = Math.min(top - junctionWindow, ...[...branches].map(({ at }) => at));
    for (const height of pivots.keys()) {
      if (height >= lowest) break;
      pivots.delete(height);
    }
  };
  const place = (hash: Hex, junction: Junction) => {
    junctions.set(hash, junction);
    const list = expiry.get(top) ?? [];
    expiry.set(top, list);
    list.push(hash);
  };
  return {
    place,
    junctionOf: (hash) => junctions.get(hash),
    add(block, pivot, epoch) {
      const weight = blockWeight({ ...block.header, quality: block.quality }, heavyRatio);
      if (pivot) {
        top = epoch;
        pivots.set(epoch, block.hash);
        addWeight(epoch, weight);
        const junction = { height: epoch, branch: null };
        place(block.hash, junction);
        for (const hash of expiry.get(epoch - junctionWindow) ?? []) junctions.delete(hash);
        expiry.delete(epoch - junctionWindow);
        if (epoch % junctionWindow === 0) settle();
        return junction;
      }
      const parent = junctions.get(block.parentHash);
      if (!parent) return null;
      addWeight(parent.height, weight);
      const branch = parent.branch ?? { root: block.hash, at: parent.height + 1, weight: 0n, grownAt: epoch };
      branch.weight += weight;
      branch.grownAt = epoch;
      if (!parent.branch) {
        if (branch.at > first) {
          forks += 1;
          branches.add(branch);
        } else openForks += 1;
      }
      const junction = { height: parent.height, branch };
      place(block.hash, junction);
      return junction;
    },
    findDifference() {
      const sums = sumUp(Math.min(top, ...[...branches].map(({ at }) => at)));
      const lost = [...branches].filter((branch) => branch.at <= top && !isBeaten(branch, sums));
      const [branch] = lost.sort((a, b) => a.at - b.at);
      if (!branch) return null;
      const own = pivots.get(branch.at) ?? null;
      const expected = `${branch.root}, whose subtree weighs ${branch.weight}`;
      const found = `${own}, whose subtree weighs ${sums.get(branch.at)}`;
      return { epoch: branch.at, block: own, what: 'choice of the pivot block', expected, found };
    },
    get total() {
      return weights.reduce((sum, weight) => sum + weight, 0n);
    },
    get forks() {
      return forks;
    },
    get openForks() {
      return openForks;
    },
  };
}
