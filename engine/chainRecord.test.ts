import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeChain, readChainRecord, refuseForeignData, writeChainRecord } from './chainRecord.ts';
import type { Hex } from './nodeOptions.ts';

const key: Hex = `0x${'ab'.repeat(32)}`;
const chain = describeChain({ chainId: 7001, evmChainId: 7002, genesisCoreKeys: [], genesisEspaceKeys: [key] });
const newFolder = () => mkdtemp(join(tmpdir(), 'xiangyu-chain-'));

test('an empty or missing folder is anyone’s', async () => {
  const folder = await newFolder();
  expect(await refuseForeignData(folder, chain)).toBeNull();
  expect(await refuseForeignData(join(folder, 'missing'), chain)).toBeNull();
  expect(await readdir(folder)).toEqual([]);
});

test('a folder stays with its chain', async () => {
  const folder = await newFolder();
  const made = { ...chain, genesisHash: key };
  await writeChainRecord(folder, made);
  expect(await refuseForeignData(folder, chain)).toEqual(made);
  const others = [
    { ...chain, chainId: 1 },
    { ...chain, evmChainId: 1 },
    { ...chain, genesisAccounts: '' },
    { ...chain, genesisHash: `0x${'cd'.repeat(32)}` as const },
  ];
  for (const other of others)
    await expect(refuseForeignData(folder, other)).rejects.toMatchObject({ code: 'ENGINE_FOREIGN_DATA' });
  expect(await readChainRecord(folder)).toEqual(made);
});

test('chain data of unknown origin and an unreadable record are refused', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, 'chain'));
  await expect(refuseForeignData(folder, chain)).rejects.toThrow(/without a chain.json/);
  await writeFile(join(folder, 'chain.json'), '{');
  await expect(refuseForeignData(folder, chain)).rejects.toThrow(/cannot be read/);
});

test('the record does not give the keys away', () => {
  expect(JSON.stringify(chain)).not.toContain('abababab');
});
