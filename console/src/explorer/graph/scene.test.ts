import { describe, expect, it } from 'vitest';
import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { approach, followedX, toScene, toScreen, zoomAt } from './camera.ts';
import { createScene } from './createScene.ts';
import { layoutEpochs } from './layoutEpochs.ts';
import { moveSelection } from './moveSelection.ts';
import { findRelatives } from './relatives.ts';

function block(hash: string, epoch: number, parentHash: string, more: Partial<TreeGraphBlock> = {}): TreeGraphBlock {
  return {
    hash,
    parentHash,
    epoch,
    height: epoch,
    refereeHashes: [],
    pivot: true,
    timestamp: epoch,
    transactionCount: 0,
    miner: '',
    difficulty: '1',
    adaptive: false,
    ...more,
  };
}
const side = { pivot: false } as const;

// p1 ← p2 ← p3; beside them x (of p1) with y on top of it, both ordered by p3, and z of p1 that nobody refers to.
const graph = [
  block('p1', 1, 'p0'),
  block('p2', 2, 'p1'),
  block('x', 3, 'p1', { ...side, height: 2 }),
  block('y', 3, 'x', { ...side, height: 3 }),
  block('z', 3, 'p1', { ...side, height: 2 }),
  block('p3', 3, 'p2', { refereeHashes: ['y'] }),
];

describe('layoutEpochs', () => {
  const { places, bands } = layoutEpochs(graph);
  const at = (hash: string) => places.get(hash) ?? { x: Number.NaN, y: Number.NaN };

  it('keeps the pivot chain straight and gives every block a place of its own in its epoch', () => {
    expect(['p1', 'p2', 'p3'].map((hash) => at(hash).y)).toEqual([0, 0, 0]);
    expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(graph.length);
    for (const { epoch, x, width } of bands) {
      for (const { block: inside, x: own } of places.values()) {
        if (inside.epoch === epoch) expect(own > x && own < x + width, inside.hash).toBe(true);
      }
    }
  });

  it('lets time run to the right: a block stands right of those it points to', () => {
    for (const { block: own, x } of places.values()) {
      for (const before of [own.parentHash, ...own.refereeHashes]) {
        const older = places.get(before);
        if (older) expect(x, `${own.hash} > ${before}`).toBeGreaterThan(older.x);
      }
    }
    expect(at('y').y).toBe(at('x').y);
  });

  it('bounds the height of an epoch with very many blocks', () => {
    const many = Array.from({ length: 199 }, (_, count) => block(`m${count}`, 1, 'p0', side));
    const crowded = layoutEpochs([...many, block('p1', 1, 'p0')]);
    expect(Math.max(...[...crowded.places.values()].map(({ y }) => Math.abs(y)))).toBeLessThan(200);
    expect(new Set([...crowded.places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(200);
  });

  it('marks epochs that are missing', () => {
    expect(layoutEpochs([block('a', 1, ''), block('b', 5, '')]).bands.map(({ afterGap }) => afterGap)).toEqual([
      false,
      true,
    ]);
  });
});

describe('findRelatives', () => {
  const blocks = new Map(graph.map((one) => [one.hash, one]));
  it('splits the graph into past, future and anticone', () => {
    const found = findRelatives(blocks, 'x');
    expect([...(found?.past ?? [])]).toEqual(['p1']);
    expect([...(found?.future ?? [])].sort()).toEqual(['p3', 'y']);
    expect(found?.anticoneCount).toBe(2);
    expect([...(findRelatives(blocks, 'p3')?.past ?? [])].sort()).toEqual(['p1', 'p2', 'x', 'y']);
    expect(findRelatives(blocks, 'gone')).toBeNull();
  });
});

describe('createScene', () => {
  it('keeps one view of each block, and only the last epochs', () => {
    const scene = createScene({ keepEpochs: 50, spreadMs: 1000 });
    for (let epoch = 1; epoch <= 400; epoch++) {
      const batch = [block(`p${epoch}`, epoch, `p${epoch - 1}`), block(`s${epoch}`, epoch, `p${epoch - 1}`, side)];
      scene.add([...batch, ...batch], epoch * 100);
      scene.add(batch, epoch * 100 + 1);
    }
    expect(scene.blocks.size).toBe(100);
    expect(scene.bands).toHaveLength(50);
    expect(scene.seen).toBe(800);
    expect(scene.reorganisations).toBe(0);
  });

  it('does not move what is shown when old epochs are forgotten', () => {
    const scene = createScene({ keepEpochs: 3, spreadMs: 0 });
    const places = new Map<string, number>();
    for (let epoch = 1; epoch <= 12; epoch++) {
      scene.add([block(`p${epoch}`, epoch, `p${epoch - 1}`)], epoch);
      for (const [hash, { toX }] of scene.blocks) expect(places.get(hash) ?? toX).toBe(toX);
      for (const [hash, { toX }] of scene.blocks) places.set(hash, toX);
    }
  });

  it('does not move what is shown when older epochs are added', () => {
    const scene = createScene({ keepEpochs: 50, spreadMs: 0 });
    scene.add(graph, 0);
    const before = new Map([...scene.blocks].map(([hash, { toX }]) => [hash, toX]));
    scene.add([block('p0', 0, ''), block('q0', 0, '', side)], 1);
    for (const [hash, x] of before) expect(scene.blocks.get(hash)?.toX, hash).toBe(x);
    expect(scene.blocks.get('p0')?.toX).toBeLessThan(before.get('p1') ?? 0);
  });

  it('follows a reorganisation, and lets the blocks glide to their new places', () => {
    const scene = createScene({ keepEpochs: 50, spreadMs: 1000 });
    scene.add([block('p1', 1, 'p0'), block('a2', 2, 'p1'), block('b2', 2, 'p1', side)], 0);
    scene.add([block('b2', 2, 'p1')], 1000);
    expect(scene.reorganisations).toBe(1);
    expect(scene.blocks.get('a2')).toMatchObject({ block: { pivot: false }, y: 0 });
    expect(scene.blocks.get('a2')?.toY).not.toBe(0);
    let now = 1000;
    while (scene.step(now, 16)) now += 16;
    expect(scene.blocks.get('a2')?.y).toBe(scene.blocks.get('a2')?.toY);
    expect(scene.blocks.get('b2')?.y).toBe(0);
  });

  it('shows a batch one block after the other, and all of it before long', () => {
    const scene = createScene({ keepEpochs: 50, spreadMs: 1000 });
    scene.add([block('p1', 1, 'p0')], 0);
    scene.add(
      Array.from({ length: 10 }, (_, at) => block(`p${at + 2}`, at + 2, `p${at + 1}`)),
      1000,
    );
    const born = [...scene.blocks.values()].map(({ bornMs }) => bornMs);
    expect(new Set(born).size).toBe(11);
    expect(Math.max(...born)).toBeLessThan(2000);
    expect(scene.endX(1000)).toBeLessThan(scene.endX(2000));
  });
});

describe('moveSelection', () => {
  it('walks along the line and beside it', () => {
    const scene = createScene({ keepEpochs: 50, spreadMs: 0 });
    scene.add(graph, 0);
    expect(moveSelection(scene, null, 'ArrowLeft')).toBe('p3');
    expect(moveSelection(scene, 'p3', 'ArrowLeft')).toBe('p2');
    expect(moveSelection(scene, 'y', 'ArrowLeft')).toBe('x');
    const beside = moveSelection(scene, 'p3', 'ArrowUp') ?? moveSelection(scene, 'p3', 'ArrowDown');
    expect(['x', 'y', 'z']).toContain(beside);
    expect(moveSelection(scene, 'p1', 'Tab')).toBeNull();
  });
});

describe('camera', () => {
  const size = { width: 800, height: 400 };
  it('zooms about the pointer', () => {
    const before = { x: 10, y: 5, scale: 1 };
    const after = zoomAt(before, size, 2, 100, 50);
    expect(toScene(after, size, 100, 50)).toEqual(toScene(before, size, 100, 50));
    expect(zoomAt(before, size, 1e9, 0, 0).scale).toBeLessThanOrEqual(3);
  });

  it('brings the newest block near the right edge, at once when it is far', () => {
    const camera = { x: 0, y: 0, scale: 1 };
    const target = followedX(camera, size, 300);
    const there = approach(camera, size, target, Number.POSITIVE_INFINITY);
    const { x } = toScreen(there, size, 300, 0);
    expect(x).toBeGreaterThan(size.width * 0.8);
    expect(x).toBeLessThan(size.width);
    expect(approach(camera, size, 100_000, 16).x).toBe(100_000);
    expect(approach(camera, size, 500, 16).x).toBeLessThan(500);
  });
});
