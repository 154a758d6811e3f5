import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { dataGrantsAbi } from '../../contracts/generated/DataGrants.ts';
import { grantErrors } from './errors.ts';
import type { GrantChain } from './grantChain.ts';
import { type ChainTerms, lower } from './terms.ts';

/** A grant as the chain holds it, and the block that says so. */
export interface ChainGrant {
  stage: number;
  holds: number;
  terms: ChainTerms;
  blockNumber: number;
  /** Time of the block. */
  blockTime: Date;
}

interface RawTerms extends Omit<ChainTerms, 'maxCount'> {
  maxCount: bigint;
}

/** Terms as viem decodes them. */
export const readTerms = (raw: RawTerms): ChainTerms => ({
  provider: lower(raw.provider),
  notBefore: raw.notBefore,
  notAfter: raw.notAfter,
  consumer: lower(raw.consumer),
  version: raw.version,
  maxCount: Number(raw.maxCount),
  arbiter: lower(raw.arbiter),
  agreement: raw.agreement,
  dataset: raw.dataset,
  purpose: raw.purpose,
  columns: raw.columns,
  policy: raw.policy,
});

/** Says of any failure to reach the chain that nothing is known, and nothing given. */
export async function askChain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw grantErrors.chainSilent({ problem }, { cause: error });
  }
}

/** Reads a grant from the latest executed state, in one call. @throws GRANT_CHAIN_SILENT */
export async function lookUp(chain: GrantChain, id: Hex): Promise<ChainGrant> {
  return askChain(async () => {
    const data = encodeFunctionData({ abi: dataGrantsAbi, functionName: 'lookUp', args: [id] });
    const result = await chain.call(await chain.contract(), data);
    const [standing, terms, number, timestamp] = decodeFunctionResult({
      abi: dataGrantsAbi,
      functionName: 'lookUp',
      data: result,
    });
    return {
      stage: standing.stage,
      holds: standing.holds,
      terms: readTerms(terms),
      blockNumber: Number(number),
      blockTime: new Date(Number(timestamp) * 1_000),
    };
  });
}

/** The number of a party's latest message to a grant. @throws GRANT_CHAIN_SILENT */
export async function readSequence(chain: GrantChain, id: Hex, party: Hex): Promise<number> {
  return askChain(async () => {
    const data = encodeFunctionData({ abi: dataGrantsAbi, functionName: 'sequenceOf', args: [id, party] });
    const result = await chain.call(await chain.contract(), data);
    return Number(decodeFunctionResult({ abi: dataGrantsAbi, functionName: 'sequenceOf', data: result }));
  });
}
