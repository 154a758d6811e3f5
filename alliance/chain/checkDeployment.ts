import type { Hex } from 'viem';
import { type Charter, constructorArguments } from '../founding/charter.ts';
import { chainErrors } from './errors.ts';
import type { AllianceContracts } from './proposals.ts';
import { type HistoryReader, openHistoryReader } from './verify/chainReader.ts';
import { readCreation } from './verify/readCreation.ts';
import { readContracts } from './verify/verifyAlliance.ts';

/** What a founder was told, and the chain on which it is checked. */
export interface CheckDeploymentParameters {
  /** eSpace RPC of a node that the founder trusts. */
  rpcUrl: string;
  chainId: number;
  governor: Hex;
  registry: Hex;
  charter: Charter;
}

/**
 * Checks, before a founder signs, that the contracts on the chain are this project's to the byte and were created with exactly this
 * charter: its hash, founders and rules. @throws CHAIN_DEPLOYMENT_WRONG, VERIFY_NODE_UNREACHABLE, VERIFY_NO_ALLIANCE
 */
export async function checkDeployment(parameters: CheckDeploymentParameters): Promise<void> {
  const { rpcUrl, chainId, governor, registry, charter } = parameters;
  const reader: HistoryReader = await openHistoryReader(rpcUrl);
  const refuse = (problem: string) => chainErrors.deploymentWrong({ governor, problem });
  if (reader.chainId !== chainId) throw refuse(`it is on chain ${chainId} and the node is of chain ${reader.chainId}`);
  const contracts: AllianceContracts = await readContracts(reader, governor);
  if (contracts.registry !== registry) throw refuse(`its registry is ${contracts.registry} and not ${registry}`);
  const { logs } = await reader.readLogs([governor]);
  const creation = await readCreation(reader, governor, logs);
  if (!creation) throw refuse("its code is not that of this program's contracts");
  const [charterHash, foundersRoot, founders, rules] = constructorArguments(charter);
  if (creation.charterHash !== charterHash) throw refuse('it was created with another charter');
  if (creation.foundersRoot !== foundersRoot || creation.founders !== founders) throw refuse('its founders are others');
  const isSame = (Object.keys(rules) as (keyof typeof rules)[]).every(
    (name) => String(rules[name]) === String(creation.rules[name]),
  );
  if (!isSame) throw refuse('its rules are others than those of the charter');
}
