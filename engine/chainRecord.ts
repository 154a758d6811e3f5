import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { engineErrors } from './errors.ts';
import type { Hex } from './nodeOptions.ts';

/** Which chain a data folder belongs to, kept in its `chain.json`. */
export interface ChainRecord {
  chainId: number;
  evmChainId: number;
  /** SHA-256 over the genesis account keys: other keys make another genesis block. */
  genesisAccounts: string;
  /** Null until the first start succeeded. */
  genesisHash: Hex | null;
}

const fileOf = (dataDir: string) => join(dataDir, 'chain.json');

/** The chain that a set of options describes; its genesis hash is known only after the first start. */
export function describeChain(p: {
  chainId: number;
  evmChainId: number;
  genesisCoreKeys: readonly Hex[];
  genesisEspaceKeys: readonly Hex[];
}): ChainRecord {
  const keys = JSON.stringify([p.genesisCoreKeys, p.genesisEspaceKeys]).toLowerCase();
  const genesisAccounts = createHash('sha256').update(keys).digest('hex');
  return { chainId: p.chainId, evmChainId: p.evmChainId, genesisAccounts, genesisHash: null };
}

/** The record of a data folder, or null when it has none. */
export async function readChainRecord(dataDir: string): Promise<ChainRecord | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as ChainRecord);
}

/** Writes the record whole or not at all. */
export async function writeChainRecord(dataDir: string, record: ChainRecord): Promise<void> {
  const draft = `${fileOf(dataDir)}.new`;
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`);
  await rename(draft, fileOf(dataDir));
}

function findDifference(kept: ChainRecord, wanted: ChainRecord): string | null {
  if (kept.chainId !== wanted.chainId) return `its chain id is ${kept.chainId}, not ${wanted.chainId}`;
  if (kept.evmChainId !== wanted.evmChainId)
    return `its eSpace chain id is ${kept.evmChainId}, not ${wanted.evmChainId}`;
  if (kept.genesisAccounts !== wanted.genesisAccounts) return 'its genesis accounts are others';
  if (kept.genesisHash && wanted.genesisHash && kept.genesisHash !== wanted.genesisHash)
    return `its genesis block is ${kept.genesisHash}, not ${wanted.genesisHash}`;
  return null;
}

/**
 * Compares the folder's chain with the wanted one; reads only.
 * @throws ENGINE_FOREIGN_DATA
 */
export async function refuseForeignData(dataDir: string, wanted: ChainRecord): Promise<ChainRecord | null> {
  const kept = await readChainRecord(dataDir).catch((cause: unknown) => {
    const difference = 'its chain.json cannot be read';
    throw engineErrors.foreignData({ folder: dataDir, difference }, { cause });
  });
  const unknown = !kept && existsSync(join(dataDir, 'chain')) ? 'it has chain data without a chain.json' : null;
  const difference = kept ? findDifference(kept, wanted) : unknown;
  if (difference) throw engineErrors.foreignData({ folder: dataDir, difference });
  return kept;
}
