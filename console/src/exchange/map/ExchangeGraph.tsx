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
import { useText } from '../../cooperation/parts/useText.ts';
import { shorten } from '../../format/shorten.ts';
import type { ExchangeMap } from '../api/using.ts';
import { placeDepartments } from './placeDepartments.ts';

type DepartmentNode = Node<{ name: string; state: string }, 'department'>;

function Department({ data: { name, state } }: NodeProps<DepartmentNode>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <div className={`x-map-node x-map-${state}`}>{name}</div>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}

const nodeTypes = { department: Department };

/** Departments with arrows from who gives to who gets. */
export function ExchangeGraph({ map }: { map: ExchangeMap }) {
  const { t } = useTranslation('xOverview');
  const text = useText();
  const places = useMemo(() => placeDepartments(map), [map]);
  const nodes: DepartmentNode[] = map.nodes.map(({ id, name, state }) => ({
    id,
    type: 'department',
    position: places.get(id) ?? { x: 0, y: 0 },
    data: { name: text(name) || shorten(id), state },
  }));
  const edges: Edge[] = map.edges.map(({ from, to, active, suspended, ended }) => ({
    id: `${from} ${to}`,
    source: from,
    target: to,
    animated: active > 0,
    label: t(suspended + ended === 0 ? 'map.labelActive' : 'map.label', { active, other: suspended + ended }),
    markerEnd: { type: MarkerType.ArrowClosed, ...(active > 0 ? { color: '#0c655f' } : {}) },
    style: active > 0 ? { stroke: '#0c655f', strokeWidth: 2 } : { strokeDasharray: '6 4' },
  }));
  return (
    <div className="x-map" data-testid="exchange-map">
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        nodesConnectable={false}
        edgesFocusable={false}
        minZoom={0.2}
        fitView
        fitViewOptions={{ minZoom: 0.4, maxZoom: 1.2, padding: 0.1 }}
        preventScrolling={false}
      >
        <Background gap={24} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}
