import type { LogState } from '../api/getLog.ts';
import type { Network } from '../api/getNetwork.ts';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';

export type LiveState = 'connecting' | 'live' | 'offline';

/** New epochs are in the chain index. */
export interface IndexNews {
  indexedEpoch: number;
  nodeEpoch: number;
  blocks: number;
  transactions: number;
  /** Lowest epoch that was taken back since the last event; null without a reorganisation. */
  revertedFrom: number | null;
}

export interface LiveHandlers {
  onState: (state: LiveState) => void;
  onNetwork: (network: Partial<Network>) => void;
  onGraph: (graph: { blocks: TreeGraphBlock[] }) => void;
  onLog: (log: LogState) => void;
  onIndex: (news: IndexNews) => void;
  /** Members, proposals or rules of the alliance changed. */
  onAlliance: () => void;
  /** Recalls changed. */
  onRecall: () => void;
  onCaptured: (captured: { events: number; total: number }) => void;
}

const longestPauseMs = 15_000;

/**
 * Listens to `/api/live` and reconnects with growing pauses, also after answers that make an EventSource give up.
 * Returns the function that ends it.
 */
export function connectLive(handlers: LiveHandlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = 1000;

  const open = () => {
    source = new EventSource('/api/live');
    source.addEventListener('open', () => {
      pauseMs = 1000;
      handlers.onState('live');
    });
    source.addEventListener('error', () => {
      source?.close();
      handlers.onState('offline');
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
    });
    listen(source, 'network', handlers.onNetwork);
    listen(source, 'graph', handlers.onGraph);
    listen(source, 'log', handlers.onLog);
    listen(source, 'index', handlers.onIndex);
    listen(source, 'alliance', handlers.onAlliance);
    listen(source, 'recall', handlers.onRecall);
    listen(source, 'captured', handlers.onCaptured);
  };
  const retryNow = () => {
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(timer);
    open();
  };
  window.addEventListener('online', retryNow);
  open();
  return () => {
    window.removeEventListener('online', retryNow);
    clearTimeout(timer);
    source?.close();
  };
}

function listen<Data>(source: EventSource, name: string, handler: (data: Data) => void): void {
  source.addEventListener(name, (event: MessageEvent<string>) => {
    let data: Data;
    try {
      data = JSON.parse(event.data) as Data;
    } catch {
      return;
    }
    handler(data);
  });
}
