import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { Network } from '../api/getNetwork.ts';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';
import { mergeBlocks } from '../graph/mergeBlocks.ts';
import { shownHeights } from '../operator/queries.ts';
import { connectLive, type IndexNews, type LiveState } from './connectLive.ts';

interface Live {
  state: LiveState;
  blockListeners: Set<(blocks: TreeGraphBlock[]) => void>;
  indexListeners: Set<(news: IndexNews) => void>;
}

const LiveContext = createContext<Live>({
  state: 'connecting',
  blockListeners: new Set(),
  indexListeners: new Set(),
});

/** Whether data arrives as it happens. */
export function useLiveState(): LiveState {
  return useContext(LiveContext).state;
}

/** Calls `listener` with every batch of new or moved blocks as it arrives. */
export function useLiveBlocks(listener: (blocks: TreeGraphBlock[]) => void): void {
  useListener(useContext(LiveContext).blockListeners, listener);
}

/** How often a page may ask again because the index grew; a fast chain grows many times a second. */
const newsPauseMs = 2_000;

/** Calls `listener` when new epochs are in the chain index, every two seconds at most. */
export function useIndexNews(listener: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  useListener(useContext(LiveContext).indexListeners, () => {
    timer.current ??= setTimeout(() => {
      timer.current = null;
      if (!document.hidden) newest.current();
    }, newsPauseMs);
  });
}

function useListener<Data>(listeners: Set<(data: Data) => void>, listener: (data: Data) => void): void {
  const newest = useRef(listener);
  useEffect(() => {
    newest.current = listener;
  });
  useEffect(() => {
    const call = (data: Data) => newest.current(data);
    listeners.add(call);
    return () => void listeners.delete(call);
  }, [listeners]);
}

/** Keeps the cached answers up to date from the live events, and tells the tree below whether it can. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const [listeners] = useState(() => ({
    blockListeners: new Set<(blocks: TreeGraphBlock[]) => void>(),
    indexListeners: new Set<(news: IndexNews) => void>(),
  }));
  useEffect(() => {
    let lost = false;
    let waiting: TreeGraphBlock[] = [];
    let countTimer: ReturnType<typeof setTimeout> | undefined;
    let allianceTimer: ReturnType<typeof setTimeout> | undefined;
    // Several blocks a second would move the picture all the time: it moves once a second.
    const flush = setInterval(() => {
      if (waiting.length === 0 || document.hidden) return;
      const added = waiting;
      waiting = [];
      client.setQueryData<{ blocks: TreeGraphBlock[] }>(['graph'], (before) => ({
        blocks: mergeBlocks(before?.blocks ?? [], added, shownHeights),
      }));
    }, 1000);
    const stop = connectLive({
      onState: (next) => {
        setState(next);
        // What was missed while offline is asked for once.
        if (next === 'live' && lost) void client.invalidateQueries();
        lost = next === 'offline';
      },
      onNetwork: (network) => {
        client.setQueryData<Network>(['network'], (before) => (before ? { ...before, ...network } : undefined));
      },
      onGraph: ({ blocks }) => {
        waiting = [...waiting, ...blocks].slice(-2000);
        for (const listener of listeners.blockListeners) listener(blocks);
      },
      onLog: (log) => client.setQueryData(['log'], log),
      onIndex: (news) => {
        for (const listener of listeners.indexListeners) listener(news);
      },
      onAlliance: () => {
        // Several things in one block are one reading.
        clearTimeout(allianceTimer);
        allianceTimer = setTimeout(() => void client.invalidateQueries({ queryKey: ['alliance'] }), 300);
      },
      onRecall: () => void client.invalidateQueries({ queryKey: ['recalls'] }),
      onCaptured: () => {
        clearTimeout(countTimer);
        countTimer = setTimeout(() => void client.invalidateQueries({ queryKey: ['traceStats'] }), 800);
      },
    });
    return () => {
      stop();
      clearInterval(flush);
      clearTimeout(countTimer);
      clearTimeout(allianceTimer);
    };
  }, [client, listeners]);
  return <LiveContext value={{ state, ...listeners }}>{children}</LiveContext>;
}
