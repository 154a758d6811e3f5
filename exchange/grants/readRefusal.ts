import { decodeErrorResult, type Hex } from 'viem';
import { dataGrantsAbi } from '../../contracts/generated/DataGrants.ts';
import type { GrantChain } from './grantChain.ts';
import { askChain } from './lookUp.ts';

/** Why the contract would refuse a call; `latest` is of StaleSequence. */
export interface Refusal {
  /** Name of the contract's error, or empty for one that is not its own. */
  name: string;
  text: string;
  latest: number;
}

/** Tries a call out on the newest state; null when the contract would take it. @throws GRANT_CHAIN_SILENT */
export async function readRefusal(
  chain: GrantChain,
  { contract, data }: { contract: Hex; data: Hex },
): Promise<Refusal | null> {
  const trial = await askChain(() => chain.simulate(contract, data));
  if (trial.ok) return null;
  try {
    const { errorName, args } = decodeErrorResult({ abi: dataGrantsAbi, data: trial.data ?? '0x' });
    const values = (args ?? []).map(String);
    return { name: errorName, text: `${errorName}(${values.join(', ')})`, latest: Number(values[2] ?? 0) };
  } catch {
    return { name: '', text: trial.reason, latest: 0 };
  }
}
