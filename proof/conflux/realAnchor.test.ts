import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Hex } from '../hashes.ts';
import { type ChainProof, parseChainProof } from './chainProof.ts';
import { type BlockHeader, decodeHeader, encodeHeader, hashHeader } from './header.ts';
import { fromHex, toHex } from './hexBytes.ts';
import { computeProofOfWork } from './proofOfWork.ts';
import { candidateGasLimits, headerFromRpc, type RpcBlock } from './rpcHeader.ts';
import { type VerifyChainProofParameters, verifyChainProof } from './verifyChainProof.ts';

/** What two nodes of version 3.0.2 with each other's blocks answered about a real transaction. */
interface Vector {
  proof: ChainProof;
  anchor: VerifyChainProofParameters;
  pivotBlock: RpcBlock;
}

let vector: Vector;
beforeAll(() => {
  vector = JSON.parse(readFileSync(new URL('realAnchor.vector.json', import.meta.url), 'utf8'));
});
const verify = (proof: unknown, trustedBlocks: Hex[] = []) =>
  verifyChainProof(parseChainProof(proof), { ...vector.anchor, trustedBlocks });

test('a real anchor is followed from a trusted block to its receipt', () => {
  const { proof } = vector;
  expect(verify(proof, [proof.tip]).map(({ id, ok }) => [id, ok])).toEqual([
    ['header', true],
    ['trusted', true],
    ['order', true],
    ['receipt', true],
  ]);
  expect(proof.epoch.length).toBeGreaterThan(1);
  expect(proof.past.length).toBeGreaterThan(0);
});

test('a header is rebuilt from what RPC answers, to the bytes of its hash, and shows its work', () => {
  const { pivotBlock, proof } = vector;
  const known = headerFromRpc(pivotBlock, [20_000_000_000n, 1n]);
  expect(known && toHex(known.encoded)).toBe(proof.epoch.at(-1));
  expect(headerFromRpc(pivotBlock, [2n])).toBeNull();
  expect(headerFromRpc({ ...pivotBlock, timestamp: '0x1' }, [1n])).toBeNull();
  expect(candidateGasLimits(pivotBlock)).toContain(known?.header.gasLimit);
  const encoded = known?.encoded ?? new Uint8Array();
  const header = decodeHeader(encoded);
  expect(toHex(encodeHeader(header))).toBe(toHex(encoded));
  const work = computeProofOfWork(encoded, header.nonce, header.difficulty);
  expect(work).toEqual({ valid: true, quality: BigInt(pivotBlock.powQuality ?? 0) });
  expect(work.quality).toBeGreaterThanOrEqual(header.difficulty);
});

/** The proof with another last header, which names the same parent. */
function forgeTip(change: (header: BlockHeader) => BlockHeader): { proof: ChainProof; valid: boolean } {
  const { proof } = vector;
  const header = change(decodeHeader(fromHex(proof.pivots.at(-1) ?? '0x')));
  const encoded = encodeHeader(header);
  const { valid } = computeProofOfWork(encoded, header.nonce, header.difficulty);
  const pivots = proof.pivots.with(-1, toHex(encoded));
  return { proof: { ...proof, pivots, tip: toHex(hashHeader(encoded)) }, valid };
}

test('a made-up tip needs work, and with work it is still not the trusted one', () => {
  const made = Array.from({ length: 40 }, (_, more) =>
    forgeTip((header) => ({ ...header, timestamp: header.timestamp + 1 + more })),
  );
  const lazy = made.find(({ valid }) => !valid);
  const diligent = made.find(({ valid }) => valid);
  const [header] = verify(lazy?.proof);
  expect(header).toMatchObject({ id: 'header', ok: false, detail: expect.stringContaining('proof of work') });
  const { tip } = vector.proof;
  expect(verify(diligent?.proof, [tip]).map(({ ok }) => ok)).toEqual([true, false, true, true]);
});

test('a header that claims the work of a public network does not get around the check', () => {
  const { proof } = forgeTip((header) => ({ ...header, difficulty: 2n ** 60n }));
  expect(verify(proof)[0]).toMatchObject({ ok: false, detail: expect.stringContaining('another kind of chain') });
});

test('headers above the trusted block cannot blame what is below it', () => {
  const { proof, anchor } = vector;
  const forged = Array.from({ length: 40 }, (_, more) =>
    forgeTip((header) => ({ ...header, blame: proof.pivots.length - 5, timestamp: header.timestamp + more })),
  ).find(({ valid }) => valid);
  if (!forged) throw new Error('one of forty has the work');
  const below = decodeHeader(fromHex(proof.pivots.at(-1) ?? '0x')).parentHash;
  expect(verify(forged.proof, [toHex(below)]).map(({ ok }) => ok)).toEqual([true, true, true, true]);
  expect(verifyChainProof(forged.proof, anchor).map(({ ok }) => ok)).toEqual([true, null, true, false]);
});

test('the form is read strictly, and what is wrong is named', () => {
  const { proof } = vector;
  const faults: [unknown, string][] = [
    [null, '$.chain is not an object'],
    [{ ...proof, more: 1 }, '$.chain.more is not known'],
    [{ ...proof, format: 'xiangyu-chain-proof/2' }, '$.chain.format'],
    [{ ...proof, tip: '0x12' }, '$.chain.tip is not 32 bytes'],
    [{ ...proof, receipt: '0x' }, '$.chain.receipt is not bytes'],
    [{ ...proof, epoch: [] }, '$.chain.epoch is empty'],
    [{ ...proof, pivots: Array.from({ length: 20_001 }, () => '0x00') }, '$.chain.pivots has more than 20000'],
    [{ ...proof, past: ['0xAB'] }, '$.chain.past[0] is not bytes'],
    [{ ...proof, place: { ...proof.place, block: -1 } }, '$.chain.place.block is not a whole number'],
    [{ ...proof, place: { block: 0, blocks: 1, transaction: 0 } }, '$.chain.place.transactions is missing'],
  ];
  for (const [fault, words] of faults) expect(() => parseChainProof(fault), words).toThrow(words);
});

test('a proof of garbage is refused by its checks and throws nothing', () => {
  const { proof } = vector;
  const garbage = ['0x00', '0xc0', '0xf8', `0x${'ff'.repeat(40)}`] as Hex[];
  for (const bytes of garbage) {
    for (const member of ['epoch', 'past', 'pivots'] as const)
      expect(verify({ ...proof, [member]: [bytes] }).some(({ ok }) => ok === false)).toBe(true);
    expect(verify({ ...proof, receipt: bytes }).some(({ ok }) => ok === false)).toBe(true);
  }
  for (const wrong of [{ transactions: 0 }, { block: 2 ** 40 }, { blocks: 2 ** 50 }, { transactions: 2 ** 53 - 1 }])
    expect(verify({ ...proof, place: { ...proof.place, ...wrong } }).some(({ ok }) => ok === false)).toBe(true);
});
