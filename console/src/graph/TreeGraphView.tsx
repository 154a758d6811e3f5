import './graph.css';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TreeGraphBlock } from '../api/getTreeGraph.ts';
import { formatNumber } from '../format/formatNumber.ts';
import { useLanguage } from '../i18n/useLanguage.ts';
import { BlockDetails } from './BlockDetails.tsx';
import { GraphLegend } from './GraphLegend.tsx';
import { edgePath, pointOf, sizes } from './geometry.ts';
import { layoutTreeGraph, type PlacedBlock } from './layoutTreeGraph.ts';
import { moveFocus } from './moveFocus.ts';

/** The last blocks of the Tree-Graph as a picture that flows to the left as blocks arrive. */
export function TreeGraphView({ blocks, heights }: { blocks: readonly TreeGraphBlock[]; heights: number }) {
  const { t } = useTranslation('network');
  const language = useLanguage();
  const layout = useMemo(() => layoutTreeGraph(blocks), [blocks]);
  const [selected, setSelected] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  // Coordinates count from the first height ever shown, so that only the group moves when the window does.
  const [base, setBase] = useState(layout.firstHeight);
  if (layout.firstHeight < base || layout.firstHeight - base > 5000) setBase(layout.firstHeight);
  const geometry = useMemo(
    () => ({ base, above: Math.max(1, layout.above), below: Math.max(1, layout.below) }),
    [base, layout],
  );
  const columns = Math.max(heights, layout.lastHeight - layout.firstHeight + 1);
  const width = columns * sizes.column + sizes.margin;
  const height = (geometry.above + geometry.below) * sizes.lane + 2 * sizes.edge + sizes.axis;
  const shift = (layout.lastHeight - base + 1 - columns) * sizes.column;

  const toNewest = useCallback(() => {
    const element = scroller.current;
    if (element !== null) element.scrollLeft = element.scrollWidth;
  }, []);
  useEffect(() => {
    if (following && width > 0) toNewest();
  }, [following, width, toNewest]);

  const last =
    layout.placed.find(({ block }) => block.pivot && block.height === layout.lastHeight) ?? layout.placed.at(-1);
  const current = layout.placed.find(({ block }) => block.hash === selected) ?? null;
  const focusable = (current ?? last)?.block.hash;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Escape') return setSelected(null);
    const next = moveFocus(layout.placed, focusable, event.key);
    if (next === null) return;
    event.preventDefault();
    setSelected(next.block.hash);
    scroller.current?.querySelector<SVGElement>(`[data-hash="${next.block.hash}"]`)?.focus();
  };

  if (layout.placed.length === 0) return <p className="graph-empty">{t('graph.empty')}</p>;
  return (
    <div className="graph">
      <div
        className="graph-scroller"
        ref={scroller}
        onScroll={({ currentTarget: { scrollLeft, clientWidth, scrollWidth } }) =>
          setFollowing(scrollLeft + clientWidth > scrollWidth - 2 * sizes.column)
        }
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a picture with parts to visit is no fieldset. */}
        <svg
          width={width}
          height={height}
          role="group"
          aria-label={t('graph.aria', {
            count: layout.placed.length,
            height: formatNumber(layout.lastHeight, language),
          })}
          onKeyDown={onKeyDown}
        >
          <g key={base} className="graph-flow" style={{ transform: `translateX(${-shift}px)` }}>
            <HeightAxis first={layout.firstHeight} last={layout.lastHeight} base={base} y={height - 8} />
            {layout.edges.map((edge) => (
              <path key={edge.id} className={`edge edge-${edge.kind}`} d={edgePath(edge, geometry)} />
            ))}
            {layout.placed.map((placed) => (
              <Block
                key={placed.block.hash}
                placed={placed}
                point={pointOf(placed, geometry)}
                selected={placed.block.hash === selected}
                focusable={placed.block.hash === focusable}
                onSelect={setSelected}
              />
            ))}
          </g>
        </svg>
      </div>
      {!following && (
        <button type="button" className="graph-follow" onClick={toNewest}>
          {t('graph.follow')} →
        </button>
      )}
      <BlockDetails block={current?.block ?? null} />
      <GraphLegend />
    </div>
  );
}

interface BlockProps {
  placed: PlacedBlock;
  point: { x: number; y: number };
  selected: boolean;
  focusable: boolean;
  onSelect: (hash: string | null) => void;
}

function Block({ placed: { block }, point, selected, focusable, onSelect }: BlockProps) {
  const { t } = useTranslation('network');
  const side = block.pivot ? sizes.pivotBlock : sizes.otherBlock;
  const label = t('graph.block', { height: block.height, count: block.transactionCount });
  return (
    // biome-ignore lint/a11y/useSemanticElements: an SVG has no button element.
    <g
      role="button"
      tabIndex={focusable ? 0 : -1}
      aria-label={label}
      aria-pressed={selected}
      data-hash={block.hash}
      className={`block ${block.pivot ? 'block-pivot' : 'block-other'} ${selected ? 'block-selected' : ''}`}
      transform={`translate(${point.x} ${point.y})`}
      onPointerEnter={(event) => event.pointerType === 'mouse' && onSelect(block.hash)}
      onFocus={() => onSelect(block.hash)}
      onClick={() => onSelect(block.hash)}
      onKeyDown={(event) => event.key === 'Enter' && onSelect(block.hash)}
    >
      <rect className="hit" x={-20} y={-20} width={40} height={40} />
      <rect className="body" x={-side / 2} y={-side / 2} width={side} height={side} rx={side / 4} />
      {block.transactionCount > 0 && (
        <text y={4} textAnchor="middle">
          {block.transactionCount > 99 ? '99+' : block.transactionCount}
        </text>
      )}
    </g>
  );
}

function HeightAxis({ first, last, base, y }: { first: number; last: number; base: number; y: number }) {
  const marks = [];
  for (let height = Math.ceil(first / 5) * 5; height <= last; height += 5) marks.push(height);
  return marks.map((height) => (
    <text key={height} className="axis" x={(height - base + 0.5) * sizes.column} y={y} textAnchor="middle">
      {height}
    </text>
  ));
}
