import { Graph, layout } from '@dagrejs/dagre';
import type { ExchangeMap } from '../api/using.ts';

const size = { width: 200, height: 64 };

/** Places departments from who gives (left) to who gets (right). */
export function placeDepartments({ nodes, edges }: ExchangeMap): Map<string, { x: number; y: number }> {
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 40, ranksep: 220 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...size });
  for (const { from, to } of edges) graph.setEdge(from, to);
  layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
      return [id, { x: x - size.width / 2, y: y - size.height / 2 }];
    }),
  );
}
