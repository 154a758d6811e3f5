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
  stop(): Promise<void>;
}

const randomKey = () => `0x${randomBytes(32).toString('hex')}` as const;
const word = (value: number) => `0x${value.toString(16).padStart(64, '0')}` as const;
/** A round ends with a side block, so that the chain is a graph and not a list. */
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
  for (let made = 0; made < blocks; made += blocksPerRound + 1) {
    const round = Array.from({ length: blocksPerRound }, (_, index) => made + index);
    await espace.send(
      round.flatMap((block) =>
        Array.from({ length: espacePerBlock }, (_, place) => ({
          to: inEspace.contractAddress,
          data: word(block * 10 + place),
        })),
      ),
    );
    await native.send([
      ...round.flatMap((block) =>
        Array.from({ length: corePerBlock }, (_, place) => ({ to: token, data: word(block * 10 + place) })),
      ),
      ...crossSpaceTransactions(inEspace.contractAddress, word(made)),
    ]);
    const parent = await core<string>('cfx_getBestBlockHash');
    for (const _ of round) await core('test_generateOneBlock', espacePerBlock + corePerBlock + 1, 200_000);
    await core('test_generateFixedBlock', parent, [], 0, false, null).catch(() => undefined);
    if (made % 420 === 0) log(`made ${made} of ${blocks} blocks`);
  }
  await mine(12);
  return {
    coreUrl,
    espaceUrl,
    async stop() {
      await node.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
