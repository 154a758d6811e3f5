import { expect, test } from 'vitest';
import type { KnownHeader, RpcBlock } from '../../proof/index.ts';
import type { Hex } from '../nodeOptions.ts';
import type { AuditBlock } from './auditTypes.ts';
import { checkOrder } from './checkOrder.ts';
import { createPivotWeights } from './pivotWeights.ts';

/** A block with nothing but its edges and its weight; a later letter is a larger hash. */
function makeBlock(name: string, parent: string, height = 1, weight = 4n, referees: string[] = []): AuditBlock {
  return {
    hash: `0x${name}` as Hex,
    parentHash: `0x${parent}` as Hex,
    refereeHashes: referees.map((referee) => `0x${referee}` as Hex),
    quality: weight,
    encoded: new Uint8Array(),
    header: { height, difficulty: weight, adaptive: false } as KnownHeader['header'],
    rpc: {} as RpcBlock,
  };
}

/** A root, then epochs of side blocks and a pivot block, as `name<parent:weight`; the last of a group is the pivot. */
function judge(...epochs: string[][]) {
  const weights = createPivotWeights(0);
  weights.add(makeBlock('r', '', 0, 0n), true, 0);
  for (const [index, group] of epochs.entries()) {
    for (const [at, text] of group.entries()) {
      const [, name = '', parent = '', weight = '4'] = /^(\w)<(\w):?(\d*)$/.exec(text) ?? [];
      const block = makeBlock(name, parent, index + 1, BigInt(weight || '4'));
      expect(weights.add(block, at === group.length - 1, index + 1)).not.toBeNull();
    }
  }
  return weights;
}

test('the chain that has the heavier side at every fork is accepted', () => {
  const weights = judge(['b<r'], ['c<b'], ['x<r', 'd<c']);
  expect(weights.findDifference()).toBeNull();
  expect(weights.forks).toBe(1);
});

test('a heavier side is found, wherever its blocks were brought in', () => {
  expect(judge(['b<r'], ['x<r:9', 'c<b']).findDifference()).toMatchObject({ epoch: 1, block: '0xb' });
  // The branch outweighs the chain only together with what grows on it later.
  const grown = judge(['b<r'], ['c<b'], ['x<b', 'd<c'], ['y<x', 'z<y:5', 'e<d']);
  expect(grown.findDifference()).toMatchObject({ epoch: 2, what: 'choice of the pivot block' });
  expect(grown.findDifference()?.expected).toContain('0xx, whose subtree weighs 13');
  expect(grown.findDifference()?.found).toContain('0xc, whose subtree weighs 12');
});

test('what hangs on a later pivot block counts for the pivot blocks before it', () => {
  expect(judge(['b<r'], ['c<b'], ['x<r:16', 'w<c:4', 'd<c:5']).findDifference()).toBeNull();
  expect(judge(['b<r'], ['c<b'], ['x<r:18', 'w<c:4', 'd<c:5']).findDifference()).toMatchObject({ epoch: 1 });
});

test('of equal sides the larger hash wins', () => {
  expect(judge(['c<r:4'], ['b<r:8', 'd<c:4']).findDifference()).toBeNull();
  expect(judge(['b<r:4'], ['c<r:8', 'd<b:4']).findDifference()).toMatchObject({ epoch: 1, block: '0xb' });
});

test('a side block whose parent is unknown is not placed by guessing', () => {
  expect(judge(['b<r']).add(makeBlock('x', 'q'), false, 2)).toBeNull();
});

test('the order of an epoch is compared block by block', async () => {
  const members = [makeBlock('c', 'o'), makeBlock('f', 'c'), makeBlock('d', 'o'), makeBlock('p', 'f', 2, 4n, ['d'])];
  const blocks = new Map(members.map((block) => [block.hash, block]));
  const check = (order: string, skipped = '') =>
    checkOrder({
      answers: {
        epoch: 2,
        executed: [...order].map((name): Hex => `0x${name}`),
        skipped: [...skipped].map((name): Hex => `0x${name}`),
        blocks: [],
        packed: [],
        receipts: [],
        espaceHash: null,
      },
      blocks,
      isEarlier: async (hash) => hash === '0xo',
      junctionOf: () => ({ height: 1, branch: null }),
      eraEpochs: 20_000,
    });
  expect(await check('cdfp')).toBeNull();
  expect(await check('dcfp')).toMatchObject({ what: expect.stringContaining('block 1 of 4'), expected: '0xc' });
  expect(await check('cfdp')).toMatchObject({ what: expect.stringContaining('block 2 of 4'), found: '0xf' });
  expect(await check('cfp', 'd')).toMatchObject({ what: expect.stringContaining('block 2 of 3'), expected: '0xd' });
  blocks.set('0xg', makeBlock('g', 'o'));
  expect(await check('gcdfp')).toMatchObject({ what: 'blocks of the epoch', block: '0xg', found: 'not reached' });
  blocks.delete('0xg');
  blocks.delete('0xd');
  expect(await check('cfp')).toMatchObject({ what: 'blocks of the epoch', block: '0xd', found: 'in neither' });
});
