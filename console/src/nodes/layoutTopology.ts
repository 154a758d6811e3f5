import type { NetworkNode } from '../api/nodes.ts';

/** A node in the drawing. */
export interface PlacedNode {
  node: NetworkNode;
  /** Its number in the list, from 1. */
  number: number;
  x: number;
  y: number;
  radius: number;
  /** Where its label is: beside the dot, away from the middle. */
  anchor: 'start' | 'middle' | 'end';
  labelX: number;
  labelY: number;
}

export interface Topology {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: { key: string; from: PlacedNode; to: PlacedNode }[];
  /** Arcs behind the nodes of one place. */
  places: { key: string; place: string | null; path: string; x: number; y: number }[];
  /** Connections to nodes that are not in the list. */
  unknownPeers: number;
  /** Whether there is room for names; otherwise the dots have their numbers. */
  named: boolean;
}

/** With fewer pixels there is no room for names beside the dots. */
const namedWidth = 640;
/** More names than this would overlap. */
const mostNamed = 28;
const smallest = 9;
const largest = 20;

/** Orders nodes by place, so that those of one place stand side by side. */
function orderByPlace(nodes: readonly NetworkNode[]): NetworkNode[] {
  const key = ({ place, member, publicKey }: NetworkNode) => `${place ?? '\uffff'}\n${member}\n${publicKey}`;
  return [...nodes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/**
 * Places the platform's node in the middle and the others on an ellipse around it, those of one place side by side.
 * @param width pixels that there are
 */
export function layoutTopology(all: readonly NetworkNode[], width: number): Topology {
  const named = width >= namedWidth && all.length <= mostNamed;
  const height = named ? Math.min(560, Math.max(400, width * 0.5)) : Math.min(520, Math.max(300, width));
  const [cx, cy] = [width / 2, height / 2];
  const rx = Math.max(60, width / 2 - (named ? 200 : 44));
  const ry = height / 2 - (named ? 64 : 44);
  const numbers = new Map(all.map(({ publicKey }, at) => [publicKey, at + 1]));
  const most = Math.max(1, ...all.map(({ blocks }) => blocks.hour));
  const radiusOf = ({ blocks }: NetworkNode) => smallest + (largest - smallest) * Math.sqrt(blocks.hour / most);
  // One node stands in the middle: the platform's or, without one, none.
  const middle = all.find(({ platform }) => platform);
  const around = orderByPlace(all.filter((node) => node !== middle));
  const groups = groupByPlace(around);
  const slots = around.length + groups.length;
  const nodes: PlacedNode[] = [];
  const places: Topology['places'] = [];
  if (middle) {
    const radius = radiusOf(middle);
    const label = { anchor: 'middle', labelX: cx, labelY: cy + radius + 18 } as const;
    nodes.push({ node: middle, number: numbers.get(middle.publicKey) ?? 0, x: cx, y: cy, radius, ...label });
  }
  const at = (slot: number, scale = 1): [number, number] => {
    const angle = (slot / Math.max(1, slots)) * 2 * Math.PI - Math.PI / 2;
    return [cx + rx * scale * Math.cos(angle), cy + ry * scale * Math.sin(angle)];
  };
  let slot = 0;
  for (const [place, members] of groups) {
    const first = slot;
    for (const node of members) {
      const [x, y] = at(slot);
      const radius = radiusOf(node);
      const side = Math.abs(x - cx) < rx * 0.25 ? 'middle' : x < cx ? 'end' : 'start';
      const labelX = side === 'middle' ? x : side === 'end' ? x - radius - 8 : x + radius + 8;
      const labelY = side !== 'middle' ? y + 4 : y < cy ? y - radius - 10 : y + radius + 18;
      nodes.push({ node, number: numbers.get(node.publicKey) ?? 0, x, y, radius, anchor: side, labelX, labelY });
      slot += 1;
    }
    const [x, y] = at((first + slot - 1) / 2, 0.66);
    places.push({ key: place ?? '', place, path: drawArc(at, first - 0.35, slot - 1 + 0.35), x, y });
    slot += 1;
  }
  return { width, height, nodes, places, named, ...connect(nodes) };
}

function groupByPlace(nodes: readonly NetworkNode[]): [string | null, NetworkNode[]][] {
  const groups = new Map<string | null, NetworkNode[]>();
  for (const node of nodes) groups.set(node.place, [...(groups.get(node.place) ?? []), node]);
  return [...groups];
}

/** A line along the ellipse, in steps small enough to look round. */
function drawArc(at: (slot: number) => [number, number], from: number, to: number): string {
  const steps = Math.max(4, Math.ceil((to - from) * 8));
  const points = Array.from({ length: steps + 1 }, (_, step) => at(from + ((to - from) * step) / steps));
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}`;
}

function connect(nodes: readonly PlacedNode[]): Pick<Topology, 'edges' | 'unknownPeers'> {
  const byKey = new Map(nodes.map((placed) => [placed.node.publicKey, placed]));
  const edges = new Map<string, Topology['edges'][number]>();
  const unknown = new Set<string>();
  for (const from of nodes) {
    // What a node said before it fell silent is no connection of now.
    if (from.node.state === 'away') continue;
    for (const peer of from.node.peers) {
      const to = byKey.get(peer);
      if (!to) {
        unknown.add(`${from.node.publicKey} ${peer}`);
        continue;
      }
      const key = [from.node.publicKey, peer].sort().join(' ');
      edges.set(key, { key, from, to });
    }
  }
  return { edges: [...edges.values()], unknownPeers: unknown.size };
}
