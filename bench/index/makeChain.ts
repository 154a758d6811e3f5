import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rpcBatch, startNode } from '../../engine/index.ts';
import { createContext } from '../../host/index.ts';
import { readBase32 } from '../../ledger/chainIndex/base32.ts';
import {
  crossSpaceTransactions,
  emitterCode,
  openCoreSender,
  openEspaceSender,
  waitForReceipt,
} from '../../ledger/chainIndex/testing.ts';

export interface MadeChain {
  coreUrl: string;
  espaceUrl: string;
  /** Of the node. */
  pid: number | undefined;
  stop(): Promise<void>;
}

const randomKey = () => `0x${randomBytes(32).toString('hex')}` as const;
const word = (value: number) => `0x${value.toString(16).padStart(64, '0')}` as const;
/** Once a round there is a side block and a call across the spaces. */
const blocksPerRound = 20;
const espacePerBlock = 8;
const corePerBlock = 3;

/** Makes a real chain of at least so many blocks on one node: token transfers in both spaces, calls across, side blocks. */
export async function makeChain(blocks: number, log: (text: string) => void): Promise<MadeChain> {
  const dataDir = await mkdtemp(join(tmpdir(), 'xiangyu-bench-node-'));
  const signal = new AbortController().signal;
  const [espaceKey, coreKey] = [randomKey(), randomKey()];
  const node = await startNode({
    dataDir,
    logger: createContext({ level: 'silent', signal }).logger,
    signal,
    ports: { tcp: 0, coreLocal: 0, espaceHttp: 0, espaceWs: 0 },
    chainId: 7001,
    evmChainId: 7002,
    mining: true,
    // Blocks are made on demand below; the node adds one of its own now and then.
    blockIntervalMs: 2_000,
    genesisEspaceKeys: [espaceKey],
    genesisCoreKeys: [coreKey],
  });
  const { coreUrl, espaceUrl } = node;
  const core = async <T>(method: string, ...params: unknown[]): Promise<T> => {
    const [outcome] = await rpcBatch<T>(coreUrl, [{ method, params }], { timeoutMs: 60_000 });
    if (!outcome?.ok) throw outcome?.error ?? new Error('no answer');
    return outcome.result;
  };
  const espace = await openEspaceSender(espaceUrl, espaceKey);
  const native = await openCoreSender(coreUrl, coreKey);
  const [espaceDeploy = '0x'] = await espace.send([{ data: emitterCode(espace.address, '0x11') }]);
  const [coreDeploy = '0x'] = await native.send([{ data: emitterCode(native.address, '0x11') }]);
  const mine = async (count: number) => {
    for (let made = 0; made < count; made += 1) await core('test_generateOneBlock', 100, 200_000);
  };
  await mine(8);
  const inEspace = await waitForReceipt<{ contractAddress: `0x${string}` }>(
    espaceUrl,
    'eth_getTransactionReceipt',
    espaceDeploy,
  );
  const inCore = await waitForReceipt<{ contractCreated: string }>(coreUrl, 'cfx_getTransactionReceipt', coreDeploy);
  const token = readBase32(inCore.contractCreated);
  /** The pool packs what it likes; it must not fall behind so far that it refuses more. */
  const drain = async () => {
    for (let made = 0; made < 500; made += 1) {
      const { unexecuted } = await core<{ unexecuted: string }>('txpool_status');
      if (Number(unexecuted) < 500) return;
      await mine(1);
    }
  };
  const calls = (to: `0x${string}`, block: number, count: number) =>
    Array.from({ length: count }, (_, place) => ({ to, data: word(block * 10 + place), gas: 60_000n }));
  for (let block = 0; block < blocks; block += 1) {
    const crossing = block % blocksPerRound === 0;
    await Promise.all([
      espace.send(calls(inEspace.contractAddress, block, espacePerBlock)),
      native.send([
        ...calls(token, block, corePerBlock),
        ...(crossing ? crossSpaceTransactions(inEspace.contractAddress, word(block)) : []),
      ]),
    ]);
    const parent = crossing ? await core<string>('cfx_getBestBlockHash') : null;
    await mine(1);
    // A second child of the same parent, so that the chain is a graph and not a list.
    if (parent) await core('test_generateFixedBlock', parent, [], 0, false, null);
    if (block % 50 === 0) await drain();
    if (block % 500 === 0) log(`made ${block} of ${blocks} blocks`);
  }
  await mine(12);
  return {
    coreUrl,
    espaceUrl,
    pid: node.process.pid,
    async stop() {
      await node.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
