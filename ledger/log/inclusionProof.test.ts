import { type Abi, bytesToHex, encodeFunctionData, type Hex } from 'viem';
import { beforeAll, expect, test } from 'vitest';
import { evidenceLogAbi } from '../../contracts/generated/EvidenceLog.ts';
import { compile } from '../../contracts/index.ts';
import { hashLeaf, inclusionPath, rootFromLeaves } from '../../proof/index.ts';
import { type ContractUser, createContractUser, deployEvidenceLog, encodeAnchor } from './contractTesting.ts';

/** What an application builds on the log: goods are released once the inspection is provably recorded. */
const releaseGate = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;
import {EvidenceLog} from "./EvidenceLog.sol";
import {InclusionProof} from "./InclusionProof.sol";

contract ReleaseGate {
    EvidenceLog public immutable log;
    mapping(bytes32 inspection => bool) public released;
    error NoEvidence();

    constructor(EvidenceLog log_) { log = log_; }

    function release(bytes calldata statement, uint64 size, uint64 index, bytes32[] calldata path) external {
        require(log.verifyInclusion(size, index, InclusionProof.hashLeaf(statement), path), NoEvidence());
        released[keccak256(statement)] = true;
    }
}`;
/** The library as it is, for any tree; many proofs in one call. */
const prover = `// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.37;
import {InclusionProof} from "./InclusionProof.sol";

contract Prover {
    struct Claim { bytes32 root; uint64 size; uint64 index; bytes32 leaf; bytes32[] path; }

    function verifyAll(Claim[] calldata claims) external pure returns (bool[] memory results) {
        results = new bool[](claims.length);
        for (uint256 i = 0; i < claims.length; ++i) {
            Claim calldata c = claims[i];
            results[i] = InclusionProof.verify(c.root, c.size, c.index, c.leaf, c.path);
        }
    }
}`;

interface Claim {
  root: Hex;
  size: bigint;
  index: bigint;
  leaf: Hex;
  path: Hex[];
}

const entries = Array.from({ length: 40 }, (_, index) => new TextEncoder().encode(`检验 ${index}`));
const leaves = entries.map(hashLeaf);
const rootOf = (size: number) => bytesToHex(rootFromLeaves(leaves.slice(0, size)));
const pathOf = (index: number, size: number) =>
  inclusionPath(leaves.slice(0, size), index).map((hash) => bytesToHex(hash));
const flip = (hash: Hex): Hex => `0x${hash[2] === '0' ? '1' : '0'}${hash.slice(3)}`;
const claim = (index: number, size: number): Claim => ({
  root: rootOf(size),
  size: BigInt(size),
  index: BigInt(index),
  leaf: bytesToHex(leaves[index] ?? new Uint8Array(32)),
  path: pathOf(index, size),
});

let user: ContractUser;
let log: Hex;
let library: { address: Hex; abi: Abi };
let gate: { address: Hex; abi: Abi };
beforeAll(async () => {
  user = await createContractUser();
  const deployingLog = deployEvidenceLog(user);
  const deploy = async (name: string, source: string, args: unknown[] = []) => {
    const { abi, bytecode } = compile(name, source);
    return { abi: abi as Abi, address: await user.deploy({ abi: abi as Abi, bytecode, args }) };
  };
  const deployingLibrary = deploy('Prover', prover);
  log = await deployingLog;
  gate = await deploy('ReleaseGate', releaseGate, [log]);
  await user.send(log, encodeAnchor(37n, rootOf(37)));
  library = await deployingLibrary;
}, 120_000);

async function verifyAll(claims: Claim[]): Promise<boolean[]> {
  const results: boolean[] = [];
  for (let at = 0; at < claims.length; at += 150) {
    const args = [claims.slice(at, at + 150)];
    results.push(...((await user.reader.readContract({ ...library, functionName: 'verifyAll', args })) as boolean[]));
  }
  return results;
}

test('every leaf of every tree of 1 to 40 leaves is proven on the chain', async () => {
  const sizes = Array.from({ length: 40 }, (_, index) => index + 1);
  const claims = sizes.flatMap((size) => Array.from({ length: size }, (_, index) => claim(index, size)));
  expect(claims).toHaveLength(820);
  expect(await verifyAll(claims)).toEqual(claims.map(() => true));
});

test('nothing else is: each part of a proof changed', async () => {
  const wrong = [1, 2, 3, 5, 8, 13, 32, 37].flatMap((size) =>
    Array.from({ length: size }, (_, index) => claim(index, size)).flatMap((one) => [
      { ...one, root: flip(one.root) },
      { ...one, leaf: flip(one.leaf) },
      { ...one, index: one.index + 1n },
      { ...one, index: one.size },
      { ...one, index: 2n ** 64n - 1n },
      { ...one, size: 0n },
      // A tree of one level more: the path ends below its root.
      ...(one.index === 0n ? [{ ...one, size: 2n ** BigInt(one.path.length) + 1n }] : []),
      { ...one, path: [...one.path, one.root] },
      { ...one, path: [one.root, ...one.path] },
      ...one.path.map((hash, at) => ({ ...one, path: one.path.with(at, flip(hash)) })),
      ...one.path.map((_, at) => ({ ...one, path: one.path.toSpliced(at, 1) })),
      // An inner node is no leaf: its hash under the path that is left of it.
      ...(one.path.length > 0 ? [{ ...one, leaf: one.path[0] ?? one.leaf }] : []),
    ]),
  );
  expect(wrong.length).toBeGreaterThan(1_000);
  expect((await verifyAll(wrong)).flatMap((ok, at) => (ok ? [wrong[at]] : []))).toEqual([]);
});

test('trees larger than 32 bits', async () => {
  const [a, b, c, leaf] = [rootOf(1), rootOf(2), rootOf(3), rootOf(4)];
  const bytes = [c, a, leaf, b].map((hash) => Uint8Array.from(Buffer.from(hash.slice(2), 'hex')));
  const [left, one, two, three] = bytes as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const root = bytesToHex(rootFromLeaves([left, rootFromLeaves([rootFromLeaves([one, two]), three])]));
  const large = { root, size: 2n ** 40n + 3n, index: 2n ** 40n + 1n, leaf, path: [a, b, c] };
  const largest = { ...large, size: 2n ** 64n - 1n, index: 2n ** 64n - 2n };
  expect(await verifyAll([large, { ...large, index: 2n ** 40n }, largest])).toEqual([true, false, false]);
});

test('the log answers for published sizes only', async () => {
  const ask = (size: number, index: number, leaf = claim(index, 37).leaf) =>
    user.reader.readContract({
      address: log,
      abi: evidenceLogAbi,
      functionName: 'verifyInclusion',
      args: [BigInt(size), BigInt(index), leaf, pathOf(index, 37)],
    });
  const places = Array.from({ length: 37 }, (_, index) => index);
  expect(await Promise.all(places.map((index) => ask(37, index)))).toEqual(places.map(() => true));
  expect(await ask(36, 0)).toBe(false);
  expect(await ask(37, 5, claim(6, 37).leaf)).toBe(false);
});

test('a contract that demands evidence acts on it, and on nothing else', async () => {
  const release = (index: number, statement = entries[index] ?? new Uint8Array()) =>
    encodeFunctionData({
      abi: gate.abi,
      functionName: 'release',
      args: [bytesToHex(statement), 37n, BigInt(index), pathOf(index, 37)],
    });
  const forged = new TextEncoder().encode('检验 999');
  await expect(user.reader.call({ to: gate.address, data: release(11, forged) })).rejects.toThrow();
  expect((await user.send(gate.address, release(11, forged))).status).toBe('reverted');
  expect((await user.send(gate.address, release(11))).status).toBe('success');
});
