import { pino } from 'pino';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import type { TreeGraphBlock } from '../engine/index.ts';
import { findFreePort } from '../host/index.ts';
import { measureBlockTime } from './measureBlockTime.ts';
import { selectChanged } from './selectChanged.ts';
import { type Network, watchNetwork } from './watchNetwork.ts';

const logger = pino({ level: 'silent' });
let stopping = new AbortController();
afterEach(() => {
  stopping.abort();
  stopping = new AbortController();
});

describe('watchNetwork', () => {
  it('tells what the real node does, block by block', async () => {
    const seen: Network[] = [];
    const blocks = new Map<string, TreeGraphBlock>();
    const watch = watchNetwork({
      chain: { espaceUrls: [inject('espaceUrl')], coreUrl: inject('coreUrl'), evmChainId: 7002, demo: false },
      logger,
      signal: stopping.signal,
      intervalMs: 50,
      onNetwork: (network) => seen.push(network),
      onBlocks: (changed) => {
        for (const block of changed) blocks.set(block.hash, block);
      },
    });
    await vi.waitFor(
      () => {
        expect(new Set(seen.map(({ height }) => height)).size).toBeGreaterThan(3);
        expect(blocks.size).toBeGreaterThan(3);
      },
      { timeout: 30_000 },
    );
    expect(watch.current()).toMatchObject({ reachable: true, evmChainId: 7002, coreChainId: 7001, demo: false });
    expect(watch.current()?.blockTimeMs).toBeGreaterThan(0);
    stopping.abort();
    await watch.done;
  });

  it('says that the node is away and takes the next address', async () => {
    const away = `http://127.0.0.1:${await findFreePort()}`;
    const seen: boolean[] = [];
    const watch = watchNetwork({
      chain: { espaceUrls: [away, inject('espaceUrl')], evmChainId: 7002, demo: false },
      logger,
      signal: stopping.signal,
      intervalMs: 20,
      onNetwork: ({ reachable }) => seen.push(reachable),
    });
    await vi.waitFor(() => expect(watch.current()?.reachable).toBe(true), { timeout: 10_000 });
    expect(seen[0]).toBe(false);
    expect(watch.espaceUrl()).toBe(inject('espaceUrl'));
  });
});

describe('selectChanged', () => {
  const block = (hash: string, place: Partial<TreeGraphBlock> = {}) =>
    ({ hash, epoch: 1, pivot: true, transactionCount: 0, ...place }) as TreeGraphBlock;

  it('picks a block once, and again when it has moved', () => {
    const pick = selectChanged();
    expect(pick([block('a'), block('b')]).map(({ hash }) => hash)).toEqual(['a', 'b']);
    expect(pick([block('a'), block('b', { pivot: false })]).map(({ hash }) => hash)).toEqual(['b']);
    expect(pick([block('a', { transactionCount: 3 })]).map(({ hash }) => hash)).toEqual(['a']);
    expect(pick([block('a', { transactionCount: 3 })])).toEqual([]);
  });
});

describe('measureBlockTime', () => {
  it('is the mean of the last minute and starts anew with another chain', () => {
    const measure = measureBlockTime();
    expect(measure(0, 10)).toBeNull();
    expect(measure(1_000, 12)).toBe(500);
    expect(measure(3_000, 13)).toBe(1_000);
    expect(measure(3_500, 2)).toBeNull();
    expect(measure(4_500, 3)).toBe(1_000);
    expect(measure(70_000, 3)).toBeNull();
  });
});
