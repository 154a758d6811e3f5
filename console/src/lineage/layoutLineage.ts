import { Graph, layout } from '@dagrejs/dagre';
import type { LineageEdge, LineageNode } from './api.ts';

/** Size of a node's card in pixels. */
export const cardSize = { width: 232, height: 104 };

/** Places the nodes from what things were made of (left) to where they went (right); gives the upper left corners. */
export function layoutLineage(
  nodes: readonly LineageNode[],
  edges: readonly LineageEdge[],
): Map<string, { x: number; y: number }> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 24, ranksep: 84 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of nodes) graph.setNode(id, { ...cardSize });
  for (const [index, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, String(index));
  layout(graph);
  return new Map(
    nodes.map(({ id }) => {
      const { x = 0, y = 0 } = graph.node(id) as { x?: number; y?: number };
      return [id, { x: x - cardSize.width / 2, y: y - cardSize.height / 2 }];
    }),
  );
}
