import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TreeGraphBlock } from '../../api/getTreeGraph.ts';
import { createGraphView, type GraphView } from './createGraphView.ts';
import { createScene, type Scene } from './createScene.ts';
import { moveSelection } from './moveSelection.ts';
import type { Relatives } from './relatives.ts';

/** How many epochs the picture holds: some minutes of a fast chain. */
const keepEpochs = 600;
/** The live stream brings blocks about once a second. */
const spreadMs = 1_000;
/** Blocks that wait while the picture is paused; the newest are kept. */
const mostWaiting = 4_000;

/** The picture's state as the page around it shows it. */
export interface GraphStatus {
  following: boolean;
  paused: boolean;
  waiting: number;
  selected: string | null;
  hovered: string | null;
  relatives: Relatives | null;
  /** Counts of different blocks: loaded now, ever seen, and ever painted. */
  loaded: number;
  seen: number;
  drawn: number;
  epochs: number;
  reorganisations: number;
}

const emptyStatus: GraphStatus = {
  following: true,
  paused: false,
  waiting: 0,
  selected: null,
  hovered: null,
  relatives: null,
  loaded: 0,
  seen: 0,
  drawn: 0,
  epochs: 0,
  reorganisations: 0,
};

/** Runs the picture on a canvas; React hears of it a few times a second at most. */
export function useGraphView(canvas: RefObject<HTMLCanvasElement | null>, labelOf: (epoch: number | null) => string) {
  const [status, setStatus] = useState(emptyStatus);
  const parts = useRef<{ scene: Scene; view: GraphView } | null>(null);
  const waiting = useRef<TreeGraphBlock[]>([]);
  const paused = useRef(false);
  const label = useRef(labelOf);
  label.current = labelOf;

  const select = useCallback((hash: string | null) => {
    const relatives = parts.current?.view.select(hash) ?? null;
    setStatus((before) => ({ ...before, selected: hash, relatives }));
  }, []);

  useEffect(() => {
    if (canvas.current === null) return;
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const scene = createScene({ keepEpochs, spreadMs: reducedMotion ? 0 : spreadMs });
    const view = createGraphView({
      canvas: canvas.current,
      scene,
      reducedMotion,
      labelOf: (epoch) => label.current(epoch),
      onSelect: select,
      onHover: (hovered) => setStatus((before) => ({ ...before, hovered })),
      onFollowing: (following) => setStatus((before) => ({ ...before, following })),
    });
    parts.current = { scene, view };
    const tell = setInterval(() => {
      const { size: loaded } = scene.blocks;
      const now = {
        loaded,
        seen: scene.seen,
        drawn: view.drawnCount(),
        epochs: scene.bands.length,
        reorganisations: scene.reorganisations,
        waiting: waiting.current.length,
      };
      setStatus((before) =>
        Object.entries(now).every(([name, value]) => before[name as keyof typeof now] === value)
          ? before
          : { ...before, ...now },
      );
    }, 500);
    return () => {
      clearInterval(tell);
      view.close();
      parts.current = null;
    };
  }, [canvas, select]);

  const add = useCallback((blocks: readonly TreeGraphBlock[]) => {
    if (paused.current) {
      waiting.current = [...waiting.current, ...blocks].slice(-mostWaiting);
      return;
    }
    parts.current?.scene.add(blocks, performance.now());
    parts.current?.view.refresh();
  }, []);

  const setPaused = useCallback(
    (next: boolean) => {
      paused.current = next;
      const held = waiting.current;
      waiting.current = [];
      if (!next) add(held);
      setStatus((before) => ({ ...before, paused: next, waiting: 0 }));
    },
    [add],
  );

  const step = useCallback(
    (key: string) => {
      const { scene, view } = parts.current ?? {};
      if (!scene || !view) return;
      const next = moveSelection(scene, status.selected, key);
      if (next !== null) select(next);
    },
    [select, status.selected],
  );

  return {
    status,
    add,
    select,
    setPaused,
    step,
    blockOf: (hash: string | null) => (hash === null ? null : (parts.current?.scene.blocks.get(hash)?.block ?? null)),
    blocks: () => [...(parts.current?.scene.blocks.values() ?? [])].map(({ block }) => block),
    view: () => parts.current?.view ?? null,
  };
}
