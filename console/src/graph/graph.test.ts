import { describe, expect, it } from 'vitest';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';
import { layoutTreeGraph } from './layoutTreeGraph.ts';
import { mergeBlocks } from './mergeBlocks.ts';

function block(hash: string, height: number, parentHash: string, more: Partial<TreeGraphBlock> = {}): TreeGraphBlock {
  return {
    hash,
    parentHash,
    height,
    refereeHashes: [],
    epoch: height,
    pivot: true,
    timestamp: height,
    transactionCount: 0,
    miner: '',
    difficulty: '1',
    adaptive: false,
    ...more,
  };
}

const blocks = [
  block('p1', 1, 'p0'),
  block('p2', 2, 'p1'),
  block('p3', 3, 'p2', { refereeHashes: ['x2', 'gone'] }),
  block('x2', 2, 'p1', { pivot: false }),
  block('y2', 2, 'p1', { pivot: false, timestamp: 3 }),
  block('x3', 3, 'x2', { pivot: false }),
];

describe('layoutTreeGraph', () => {
  const layout = layoutTreeGraph(blocks);
  const at = (hash: string) => layout.placed.find((one) => one.block.hash === hash);

  it('puts the pivot chain on one line and no two blocks in one place', () => {
    expect(['p1', 'p2', 'p3'].map((hash) => at(hash)?.lane)).toEqual([0, 0, 0]);
    expect(at('p3')?.column).toBe(2);
    const places = layout.placed.map(({ column, lane }) => `${column}/${lane}`);
    expect(new Set(places).size).toBe(blocks.length);
  });

  it('puts the others above and below in turns, and keeps the lane of a branch', () => {
    expect(at('x2')?.lane).toBe(-1);
    expect(at('y2')?.lane).toBe(1);
    expect(at('x3')?.lane).toBe(-1);
    expect(layout).toMatchObject({ above: 1, below: 1, firstHeight: 1, lastHeight: 3 });
  });

  it('draws the edges whose two ends it has', () => {
    const kinds = Object.fromEntries(layout.edges.map(({ id, kind }) => [id, kind]));
    expect(kinds).toEqual({
      'p2>p1': 'pivot',
      'p3>p2': 'pivot',
      'x2>p1': 'parent',
      'y2>p1': 'parent',
      'x3>x2': 'parent',
      'p3>x2': 'referee',
    });
  });

  it('does not move old blocks when new ones come', () => {
    const later = layoutTreeGraph([...blocks, block('p4', 4, 'p3'), block('x4', 4, 'x3', { pivot: false })]);
    for (const { block: old, lane, column } of layout.placed) {
      expect(later.placed.find((one) => one.block.hash === old.hash)).toMatchObject({ lane, column });
    }
  });

  it('is empty without blocks', () => {
    expect(layoutTreeGraph([])).toMatchObject({ placed: [], edges: [], above: 0, below: 0 });
  });
});

describe('mergeBlocks', () => {
  it('keeps the last heights and the latest view of a block', () => {
    const merged = mergeBlocks(blocks, [block('p4', 4, 'p3'), block('x3', 3, 'x2', { pivot: false, epoch: 4 })], 2);
    expect(merged.map(({ hash }) => hash).sort()).toEqual(['p3', 'p4', 'x3']);
    expect(merged.find(({ hash }) => hash === 'x3')?.epoch).toBe(4);
  });

  it('follows a reorganisation', () => {
    const merged = mergeBlocks(blocks, [block('x3', 3, 'x2')], 9);
    expect(merged.filter(({ height, pivot }) => height === 3 && pivot).map(({ hash }) => hash)).toEqual(['x3']);
  });
});
