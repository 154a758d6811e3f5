import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkNode } from '../api/nodes.ts';
import { layoutTopology, type PlacedNode } from './layoutTopology.ts';
import { useWidth } from './useWidth.ts';

/** Room for a name beside its dot, in widths of a Chinese character. */
const roomForName = 14;

/** Cuts a name to the room there is; Latin letters take about half of what Chinese characters do. */
function cut(text: string): string {
  let taken = 0;
  for (const [at, letter] of [...text].entries()) {
    taken += /\p{Script=Han}/u.test(letter) ? 1 : 0.55;
    if (taken > roomForName) return `${[...text].slice(0, at).join('').trimEnd()}…`;
  }
  return text;
}

/** The network as a drawing: nodes by place around the platform's, with the connections that exist now. */
export function TopologyMap({ nodes, nameOf }: { nodes: NetworkNode[]; nameOf: (node: NetworkNode) => string }) {
  const { t } = useTranslation('nodes');
  const [attach, width] = useWidth();
  const [chosen, setChosen] = useState<string | null>(null);
  const drawn = width > 0 ? layoutTopology(nodes, width) : null;
  const touches = ({ from, to }: { from: PlacedNode; to: PlacedNode }) =>
    from.node.publicKey === chosen || to.node.publicKey === chosen;
  return (
    <div ref={attach} className="topology">
      {drawn && (
        <svg width={drawn.width} height={drawn.height}>
          <title>{t('topologyLabel', { count: nodes.length })}</title>
          {drawn.places.map(({ key, place, path, x, y }) => (
            <g key={key} className="topology-place">
              <path d={path} />
              <text x={x} y={y} textAnchor="middle">
                {place ?? t('noPlace')}
              </text>
            </g>
          ))}
          {drawn.edges.map((edge) => (
            <line
              key={edge.key}
              className={chosen === null ? 'edge' : touches(edge) ? 'edge edge-chosen' : 'edge edge-faint'}
              x1={edge.from.x}
              y1={edge.from.y}
              x2={edge.to.x}
              y2={edge.to.y}
            />
          ))}
          {drawn.nodes.map((placed) => {
            const { node, number, x, y, radius, anchor, labelX, labelY } = placed;
            const name = nameOf(node);
            return (
              // A link, so that the keyboard reaches it and a phone's tap leads to the node's line in the list.
              <a
                key={node.publicKey}
                href={`#node-${number}`}
                className={`node node-${node.state} ${node.producer ? 'node-producer' : 'node-follower'}`}
                aria-label={`${number}. ${name}, ${t(`state.${node.state}`)}`}
                onMouseEnter={() => setChosen(node.publicKey)}
                onMouseLeave={() => setChosen(null)}
                onFocus={() => setChosen(node.publicKey)}
                onBlur={() => setChosen(null)}
              >
                <circle className="hit" cx={x} cy={y} r={Math.max(22, radius)} />
                <circle className="dot" cx={x} cy={y} r={radius} />
                <text className="number" x={x} y={y + 4} textAnchor="middle">
                  {number}
                </text>
                {drawn.named && (
                  <text className="name" x={labelX} y={labelY} textAnchor={anchor}>
                    {cut(name)}
                  </text>
                )}
              </a>
            );
          })}
        </svg>
      )}
      <p className="topology-legend muted">
        {(['current', 'behind', 'forked', 'away'] as const).map((state) => (
          <span key={state} title={t(`stateHint.${state}`)}>
            <i className={`legend-dot legend-${state}`} aria-hidden="true" />
            {t(`state.${state}`)}
          </span>
        ))}
        <span>
          <i className="legend-dot legend-producer" aria-hidden="true" />
          {t('producer')}
        </span>
        <span>
          <i className="legend-dot legend-follower" aria-hidden="true" />
          {t('follower')}
        </span>
        {drawn && drawn.unknownPeers > 0 && <span>{t('unknownPeers', { count: drawn.unknownPeers })}</span>}
      </p>
    </div>
  );
}
