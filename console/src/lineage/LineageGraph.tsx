import '@xyflow/react/dist/style.css';
import {
  Background,
  Controls,
  type Edge,
  Handle,
  MarkerType,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lineage, LineageNode } from './api.ts';
import { cardSize, layoutLineage } from './layoutLineage.ts';
import { NodeCard } from './NodeCard.tsx';
import { useAmount } from './words.ts';

type ThingNode = Node<{ node: LineageNode; missing: boolean }, 'thing'>;

function Thing({ data }: NodeProps<ThingNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <NodeCard {...data} />
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

const nodeTypes = { thing: Thing };

/** The lineage as a graph from left to right; a thing is chosen by a click or with the keyboard. */
export function LineageGraph({ lineage, onSelect }: { lineage: Lineage; onSelect: (id: string) => void }) {
  const { t } = useTranslation('lineage');
  const amount = useAmount();
  const places = useMemo(() => layoutLineage(lineage.nodes, lineage.edges), [lineage]);
  const missing = new Set(lineage.gaps.map(({ node }) => node));
  const nodes: ThingNode[] = lineage.nodes.map((node) => ({
    id: node.id,
    type: 'thing',
    position: places.get(node.id) ?? { x: 0, y: 0 },
    data: { node, missing: missing.has(node.id) },
    ...cardSize,
  }));
  const edges: Edge[] = lineage.edges.map(({ from, to, kind, quantity, uom }, index) => ({
    id: String(index),
    source: from,
    target: to,
    label: quantity === null ? t(`edge.${kind}`) : `${t(`edge.${kind}`)} ${amount(quantity, uom)}`,
    markerEnd: { type: MarkerType.ArrowClosed },
    className: `lineage-edge-${kind}`,
  }));
  return (
    <div className="lineage-canvas" data-testid="lineage-graph">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        onNodeClick={(_, { id }) => onSelect(id)}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        minZoom={0.1}
        fitView
        fitViewOptions={{ minZoom: 0.55, maxZoom: 1 }}
        preventScrolling={false}
      >
        <Background gap={24} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}
