import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Network } from '../api/getNetwork.ts';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';
import { mergeBlocks } from '../graph/mergeBlocks.ts';
import { shownHeights } from '../operator/queries.ts';
import { connectLive, type LiveState } from './connectLive.ts';

const LiveContext = createContext<LiveState>('connecting');

/** Whether data arrives as it happens. */
export function useLiveState(): LiveState {
  return useContext(LiveContext);
}

/** Keeps the cached answers up to date from the live events, and tells the tree below whether it can. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    let lost = false;
    let waiting: TreeGraphBlock[] = [];
    let countTimer: ReturnType<typeof setTimeout> | undefined;
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
      },
      onLog: (log) => client.setQueryData(['log'], log),
      onCaptured: () => {
        clearTimeout(countTimer);
        countTimer = setTimeout(() => void client.invalidateQueries({ queryKey: ['traceStats'] }), 800);
      },
    });
    return () => {
      stop();
      clearInterval(flush);
      clearTimeout(countTimer);
    };
  }, [client]);
  return <LiveContext value={state}>{children}</LiveContext>;
}
