import { randomBytes } from 'node:crypto';
import { concat, type Hex, keccak256, numberToHex, pad, toBytes } from 'viem';
import { type ChainProof, decodeCoreAddress, toHex, type verifyChainProof } from '../../../proof/index.ts';
import { gatherChainProof } from '../../chainProof/gatherChainProof.ts';
import type { TestNetwork } from '../../chainProof/testing.ts';
import { coreCall } from '../../coreCall.ts';
import {
  announcerCode,
  type CoreCall,
  createCoreSender,
  createEspaceSender,
  deploySponsored,
  keep,
  keeperCode,
  poll,
  refuserCode,
} from '../testing.ts';

const eventTopic = keccak256(toBytes('CheckpointAnchored(uint64,bytes32,uint64)'));

/** A chain proof of a real anchor, with what it must show. */
export interface Anchored {
  proof: ChainProof;
  trust: Parameters<typeof verifyChainProof>[1];
}

/** Core Space: logs, failures, storage that is paid for by the sender or a sponsor, and released again. */
export async function useCoreSpace({ nodes, coreKey }: TestNetwork): Promise<{ sponsored: number; failed: number }> {
  const coreUrl = nodes[0]?.coreUrl ?? '';
  const core = createCoreSender(coreUrl, coreKey);
  const sponsored = await deploySponsored(core);
  const poor = createCoreSender(coreUrl, `0x${randomBytes(32).toString('hex')}`);
  const store = { to: sponsored, storageLimit: 64n };
  const first = await poor.waitFor(await poor.send({ ...store, data: keep(1n, 5n) }));
  const deploy = async (call: CoreCall) => {
    const { contractCreated } = await core.waitFor(await core.send({ gas: 500_000n, storageLimit: 2_000n, ...call }));
    return toHex(decodeCoreAddress(contractCreated ?? ''));
  };
  const keeper = await deploy({ data: keeperCode, type: 2 });
  const refuser = await deploy({ data: refuserCode, type: 1 });
  await core.send({ to: keeper, data: keep(1n, 7n), storageLimit: 64n });
  const failed = await core.send({ to: refuser, type: 2 });
  await core.send({ to: keeper, data: keep(1n, 0n), storageLimit: 64n, type: 1 });
  const released = await poor.waitFor(await poor.send({ ...store, data: keep(1n, 0n) }));
  for (const { outcomeStatus, storageCoveredBySponsor } of [first, released])
    if (outcomeStatus !== '0x0' || !storageCoveredBySponsor) throw new Error('the sponsor did not pay');
  const { epochNumber } = await core.waitFor(failed);
  return { sponsored: Number(first.epochNumber), failed: Number(epochNumber) };
}

/** Anchors checkpoints until one is executed in an epoch of several blocks, beside other transactions of its block. */
export async function anchorInSideBlocks({ nodes, espaceKeys }: TestNetwork): Promise<Anchored> {
  const coreUrl = nodes[0]?.coreUrl ?? '';
  const sender = createEspaceSender(nodes[1]?.espaceUrl ?? '', espaceKeys[1] ?? '0x');
  const { contractAddress: contract } = await sender.waitFor(await sender.send({ data: announcerCode }));
  const { contractAddress: refuser } = await sender.waitFor(await sender.send({ data: refuserCode }));
  for (let round = 1; round <= 60; round += 1) {
    const size = 100 + round;
    const root = keccak256(toBytes(`root ${round}`));
    const word = (value: number) => pad(numberToHex(value));
    const data = concat([eventTopic, word(size), root, word(round)]);
    const hashes: Hex[] = [];
    for (let copy = 0; copy < 6; copy += 1)
      hashes.push(await sender.send(copy === 3 ? { to: contract, data } : { to: refuser }));
    const [, , , transactionHash = '0x'] = hashes;
    const { blockNumber, blockHash } = await sender.waitFor(transactionHash);
    const epoch = Number(blockNumber);
    await poll(async () =>
      Number(await coreCall<Hex>(coreUrl, 'cfx_epochNumber', ['latest_state'])) > epoch + 10 ? true : null,
    );
    const proof = await gatherChainProof(coreUrl, transactionHash, { epoch }).catch(() => null);
    if (!proof || proof.place.blocks < 2 || proof.place.transactions < 2 || proof.past.length === 0) continue;
    return { proof, trust: { transactionHash, blockHash, blockNumber: epoch, contract, size, root } };
  }
  throw new Error('no anchor came into an epoch of several blocks');
}
