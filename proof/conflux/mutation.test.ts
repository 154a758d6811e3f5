import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Hex } from '../hashes.ts';
import type { ChainProof } from './chainProof.ts';
import { type VerifyChainProofParameters, verifyChainProof } from './verifyChainProof.ts';

let proof: ChainProof;
let anchor: VerifyChainProofParameters;
beforeAll(() => {
  ({ proof, anchor } = JSON.parse(readFileSync(new URL('realAnchor.vector.json', import.meta.url), 'utf8')));
});

const failing = (changed: ChainProof, expected = anchor) =>
  verifyChainProof(changed, { ...expected, trustedBlocks: [proof.tip] }).flatMap(({ id, ok }) =>
    ok === false ? [id] : [],
  );

const flip = (hex: string, byte: number): Hex => {
  const at = 2 + byte * 2;
  const changed = Number.parseInt(hex.slice(at, at + 2), 16) ^ 0x01;
  return `0x${hex.slice(2, at)}${changed.toString(16).padStart(2, '0')}${hex.slice(at + 2)}`;
};

/** Which check must find a change in which part of the proof. */
test.each([
  ['transactionHash', 'order'],
  ['transactionProof', 'order'],
  ['receipt', 'receipt'],
  ['receiptProof', 'receipt'],
  ['blockProof', 'receipt'],
  ['epoch', 'order'],
  ['past', 'order'],
  ['pivots', 'header'],
  ['tip', 'header'],
] as const)('every changed byte of %s is found by the check %s and by no other', (member, check) => {
  const part: Hex | Hex[] = proof[member];
  const texts = [part].flat();
  expect(texts.length).toBeGreaterThan(0);
  for (const [index, text] of texts.entries()) {
    for (let byte = 0; byte < text.length / 2 - 1; byte += 1) {
      const other = flip(text, byte);
      const changed = { ...proof, [member]: Array.isArray(part) ? part.with(index, other) : other };
      expect(failing(changed), `${member} ${index}, byte ${byte}`).toEqual([check]);
    }
  }
});

test('what is moved, left out or added is found at its place', () => {
  for (const [name, value] of Object.entries(proof.place))
    expect(failing({ ...proof, place: { ...proof.place, [name]: value + 1 } }), name).toEqual(['order']);
  const [first = '0x', second = '0x'] = proof.pivots;
  const changes: [Partial<ChainProof>, string][] = [
    [{ epoch: proof.epoch.toReversed() }, 'order'],
    [{ epoch: proof.epoch.slice(1) }, 'order'],
    [{ epoch: [...proof.past, ...proof.epoch] }, 'order'],
    [{ epoch: [...proof.epoch.slice(0, 1), ...proof.epoch] }, 'order'],
    [{ past: [] }, 'order'],
    [{ past: [first] }, 'order'],
    [{ transactionProof: [] }, 'order'],
    [{ pivots: proof.pivots.slice(1) }, 'header'],
    [{ pivots: proof.pivots.slice(0, -1) }, 'header'],
    [{ pivots: [second, first, ...proof.pivots.slice(2)] }, 'header'],
    [{ receiptProof: [] }, 'receipt'],
    [{ blockProof: [] }, 'receipt'],
    [{ blamedRoots: [proof.tip] }, 'receipt'],
  ];
  for (const [change, check] of changes)
    expect(failing({ ...proof, ...change }), Object.keys(change).join()).toEqual([check]);
});

test('another anchor than the proven one is found at its place', () => {
  const changes: [Partial<VerifyChainProofParameters>, string][] = [
    [{ size: anchor.size + 1 }, 'receipt'],
    [{ root: flip(anchor.root, 0) }, 'receipt'],
    [{ contract: flip(anchor.contract, 0) }, 'receipt'],
    [{ transactionHash: flip(anchor.transactionHash, 0) }, 'order'],
    [{ blockHash: flip(anchor.blockHash, 0) }, 'order'],
    [{ blockNumber: anchor.blockNumber + 1 }, 'header'],
  ];
  for (const [change, check] of changes)
    expect(failing(proof, { ...anchor, ...change }), Object.keys(change).join()).toEqual([check]);
});
