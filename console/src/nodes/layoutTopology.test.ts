import { expect, test } from 'vitest';
import type { NetworkNode } from '../api/nodes.ts';
import { layoutTopology } from './layoutTopology.ts';

const makeNode = (publicKey: string, changes: Partial<NetworkNode> = {}): NetworkNode => ({
  publicKey,
  member: publicKey,
  name: null,
  place: null,
  author: '',
  platform: false,
  producer: false,
  state: 'current',
  height: 0,
  epoch: 0,
  lag: 0,
  bestHash: '',
  syncPhase: null,
  version: null,
  peers: [],
  blocks: { hour: 0, day: 0 },
  firstSeenAt: '',
  lastSeenAt: '',
  ...changes,
});

const network = [
  makeNode('platform', { platform: true, blocks: { hour: 400, day: 400 }, peers: ['a', 'c', 'stranger'] }),
  makeNode('a', { place: '重庆', peers: ['platform'] }),
  makeNode('b', { place: '长沙', peers: ['c'] }),
  makeNode('c', { place: '重庆', peers: ['platform'] }),
  makeNode('gone', { place: '长沙', state: 'away', peers: ['a'] }),
];

test('the platform’s node is in the middle, those of one place are neighbours, all are inside', () => {
  for (const width of [1100, 340]) {
    const { nodes, places, height, named } = layoutTopology(network, width);
    expect(named).toBe(width > 640);
    expect(nodes.map(({ node }) => node.publicKey)).toEqual(['platform', 'a', 'c', 'b', 'gone']);
    expect(nodes.map(({ number }) => number)).toEqual([1, 2, 4, 3, 5]);
    expect([nodes[0]?.x, nodes[0]?.y]).toEqual([width / 2, height / 2]);
    expect(places.map(({ place }) => place)).toEqual(['重庆', '长沙']);
    for (const { x, y, radius } of nodes) {
      expect(x - radius).toBeGreaterThan(0);
      expect(x + radius).toBeLessThan(width);
      expect(y - radius).toBeGreaterThan(0);
      expect(y + radius).toBeLessThan(height);
    }
    expect(nodes[0]?.radius).toBeGreaterThan(nodes[1]?.radius ?? 0);
  }
});

test('a connection is drawn once, one of a silent node never, one to a stranger is counted', () => {
  const { edges, unknownPeers } = layoutTopology(network, 1100);
  const names = edges.map(({ from, to }) => [from.node.publicKey, to.node.publicKey].sort().join('–')).sort();
  expect(names).toEqual(['a–platform', 'b–c', 'c–platform']);
  expect(unknownPeers).toBe(1);
});

test('a hundred nodes on a phone stand apart, and none at all is no error', () => {
  const many = Array.from({ length: 40 }, (_, at) => makeNode(`n${at}`, { place: `p${at % 5}` }));
  const { nodes, named } = layoutTopology(many, 1100);
  expect(named).toBe(false);
  const places = new Set(nodes.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`));
  expect(places.size).toBe(40);
  expect(layoutTopology([], 340)).toMatchObject({ nodes: [], edges: [], places: [] });
});
