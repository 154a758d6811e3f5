import { hash } from 'node:crypto';
import { extendTree, type HashedNode } from '../../ledger/log/extendTree.ts';
import { coverRange, hashLeaf } from '../../proof/index.ts';
import { type Figure, median, whole } from './figures.ts';

const leaves = 1_000_000;
const batchSize = 5_000;
const rounds = 5;
const wantedRate = 300_000;

/**
 * Pure tree building as the integrator does it: in batches on a known frontier; leaf hashes included or not. By the time of
 * the processor, so that it is the speed of one core whatever else the machine does.
 */
export function measureTree(): Figure[] {
  const statement = (number: number) =>
    `{"alg":"sha-256","digest":"${'ab'.repeat(32)}","kind":"evidence.record","member":"bench","subject":"urn:${number}","time":"2026-05-01T08:00:00.000Z","v":1}`;
  const encoded = Array.from({ length: batchSize }, (_, number) => statement(number));
  const hashLeaves = () => {
    const hashes = Buffer.allocUnsafe(batchSize * 32);
    for (const [at, text] of encoded.entries()) hashes.write(hash('sha256', `\0${text}`, 'binary'), at * 32, 'binary');
    return hashes;
  };
  const checked = Buffer.from(hashLeaf(new TextEncoder().encode(encoded[0])));
  if (!checked.equals(hashLeaves().subarray(0, 32))) throw new Error('The leaf hashes differ from the portable ones.');

  const build = (withLeaves: boolean) => {
    const known = hashLeaves();
    const nodes = new Map<string, Uint8Array>();
    const startedAt = process.cpuUsage();
    for (let size = 0; size < leaves; size += batchSize) {
      const frontier = coverRange({ start: 0, end: size }).map(
        ({ level, index }): HashedNode => ({ level, index, hash: nodes.get(`${level}`) ?? known.subarray(0, 32) }),
      );
      const { runs } = extendTree(size, frontier, withLeaves ? hashLeaves() : known);
      for (const { level, hashes } of runs) nodes.set(`${level}`, hashes.subarray(-32));
    }
    const { user, system } = process.cpuUsage(startedAt);
    return (leaves / (user + system)) * 1_000_000;
  };
  build(true);
  const all = median(Array.from({ length: rounds }, () => build(true)));
  const nodesOnly = median(Array.from({ length: rounds }, () => build(false)));
  return [
    {
      name: 'tree of a million leaves on one core, leaf hashes included',
      value: `${whole(all)} leaves/s`,
      goal: `at least ${whole(wantedRate)}`,
      met: all >= wantedRate,
    },
    { name: 'the same, of leaf hashes that are there', value: `${whole(nodesOnly)} leaves/s` },
  ];
}
