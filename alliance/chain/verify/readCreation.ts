import { decodeAbiParameters, type Hex } from 'viem';
import { allianceGovernorAbi, allianceGovernorBytecode } from '../../../contracts/generated/AllianceGovernor.ts';
import type { HistoryReader, TimedLog } from './chainReader.ts';

/** What an alliance was created with. */
export interface Creation {
  transaction: Hex;
  charterHash: Hex;
  foundersRoot: Hex;
  founders: bigint;
  rules: {
    votingDelay: number;
    votingPeriod: number;
    quorumPercent: number;
    passPercent: number;
    kindWeights: readonly number[];
  };
}

const constructorInputs = allianceGovernorAbi.find((item) => item.type === 'constructor')?.inputs ?? [];

/**
 * Finds in the creating transaction that the contract is this project's governor, to the byte, and what it was created with. The
 * contracts have no way to change their code, so that what they then do is what their source says. Null when they are others.
 */
export async function readCreation(
  reader: HistoryReader,
  governor: Hex,
  logs: readonly TimedLog[],
): Promise<Creation | null> {
  const first = logs.find(({ address }) => address === governor);
  if (!first) return null;
  const { input, contractAddress } = await reader.readTransaction(first.transactionHash);
  if (contractAddress !== governor || !input.startsWith(allianceGovernorBytecode)) return null;
  try {
    const encoded: Hex = `0x${input.slice(allianceGovernorBytecode.length)}`;
    const [charterHash, foundersRoot, founders, rules] = decodeAbiParameters(constructorInputs, encoded) as unknown as [
      Hex,
      Hex,
      bigint,
      Creation['rules'],
    ];
    return { transaction: first.transactionHash, charterHash, foundersRoot, founders, rules };
  } catch {
    return null;
  }
}
