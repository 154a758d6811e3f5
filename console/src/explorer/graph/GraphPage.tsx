import './graphPage.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Card } from 'antd';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { getTreeGraph } from '../../api/getTreeGraph.ts';
import { formatNumber } from '../../format/formatNumber.ts';
import { useLanguage } from '../../i18n/useLanguage.ts';
import { useLiveBlocks, useLiveState } from '../../live/LiveProvider.tsx';
import { PageHead } from '../../operator/PageHead.tsx';
import { Problem } from '../../operator/Problem.tsx';
import { getEpochsAsGraph } from '../api/getEpochsAsGraph.ts';
import { BlockList } from './BlockList.tsx';
import { GraphLegend } from './GraphLegend.tsx';
import { GraphSelection } from './GraphSelection.tsx';
import { GraphToolbar } from './GraphToolbar.tsx';
import { useGraphView } from './useGraphView.ts';

/** How many epochs the page begins with; the platform gives no more at once. */
const firstEpochs = 100;
/** How many older epochs come at a time. */
const earlierEpochs = 25;
/** Epochs around the one that a link names. */
const aroundEpochs = 12;

/** The Tree-Graph as it grows, or around one epoch of the past. */
export function GraphPage() {
  const { t } = useTranslation('treeGraph');
  const language = useLanguage();
  const navigate = useNavigate();
  const { epoch, block: linked } = useSearch({ from: '/explorer/graph' });
  const isLive = epoch === undefined;
  const canvas = useRef<HTMLCanvasElement>(null);
  const graph = useGraphView(canvas, (number) => (number === null ? t('unordered') : formatNumber(number, language)));
  const { status, add, select, step, setPaused } = graph;
  const liveState = useLiveState();
  const { data, error, refetch } = useQuery({
    queryKey: ['explorer', 'graph', epoch ?? 'newest', isLive && liveState === 'live'],
    queryFn: async ({ signal }) =>
      epoch === undefined
        ? (await getTreeGraph(firstEpochs, signal)).blocks
        : getEpochsAsGraph(epoch - aroundEpochs, epoch + aroundEpochs, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  useEffect(() => {
    if (data) add(data);
  }, [data, add]);
  useEffect(() => {
    const pivot = data?.find((one) => (linked ? one.hash === linked : one.epoch === epoch && one.pivot));
    if (pivot && (linked || epoch !== undefined)) select(pivot.hash);
  }, [data, epoch, linked, select]);
  useLiveBlocks((blocks) => {
    if (isLive) add(blocks);
  });

  const earlier = useMutation({
    mutationFn: async () => {
      const first = Math.min(...graph.blocks().map(({ epoch: own }) => own ?? Number.POSITIVE_INFINITY));
      if (first > 0 && Number.isFinite(first)) add(await getEpochsAsGraph(first - earlierEpochs, first - 1));
      graph.view()?.pan(-400);
    },
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const actions: Record<string, () => void> = {
      '+': () => graph.view()?.zoom(1.25),
      '=': () => graph.view()?.zoom(1.25),
      '-': () => graph.view()?.zoom(0.8),
      '0': () => graph.view()?.fit(),
      ' ': () => setPaused(!status.paused),
      End: () => graph.view()?.follow(),
      f: () => graph.view()?.follow(),
      PageUp: () => graph.view()?.pan(-400),
      PageDown: () => graph.view()?.pan(400),
      Escape: () => select(null),
      Enter: () => {
        if (status.selected) void navigate({ to: '/explorer/blocks/$hash', params: { hash: status.selected } });
      },
    };
    const action = event.key.startsWith('Arrow') ? () => step(event.key) : actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  };

  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {error && !data && <Problem error={error} onRetry={refetch} />}
      {!isLive && (
        <Alert
          className="in-card"
          type="info"
          showIcon
          title={t('past', { epoch: formatNumber(epoch, language) })}
          action={
            <a href="/explorer/graph" className="graph-live-link">
              {t('toLive')}
            </a>
          }
        />
      )}
      <Card className="graph-card">
        <GraphToolbar graph={graph} isLive={isLive} onEarlier={earlier.mutate} loadingEarlier={earlier.isPending} />
        {earlier.error && <Problem error={earlier.error} />}
        <div className="graph-frame">
          {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: its keys move within the picture. */}
          <canvas
            ref={canvas}
            className="graph-canvas"
            data-testid="graph-canvas"
            data-loaded={status.loaded}
            data-seen={status.seen}
            data-drawn={status.drawn}
            data-epochs={status.epochs}
            tabIndex={0}
            role="application"
            aria-label={t('aria', { count: status.loaded, epochs: status.epochs })}
            aria-describedby="graph-keys"
            onKeyDown={onKeyDown}
          />
          {status.loaded === 0 && !error && <p className="graph-waiting">{t('waiting')}</p>}
        </div>
        <GraphSelection block={graph.blockOf(status.hovered ?? status.selected)} status={status} />
        <p id="graph-keys" className="visually-hidden">
          {t('keys')}
        </p>
        <GraphLegend />
      </Card>
      <BlockList blocks={graph.blocks} loaded={status.loaded} seen={status.seen} />
    </>
  );
}
