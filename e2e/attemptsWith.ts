import { encodeFunctionData, type Hex, keccak256, stringToHex, zeroAddress } from 'viem';
import { memberAccount, memberId } from '../alliance/index.ts';
import { memberRegistryAbi } from '../contracts/generated/MemberRegistry.ts';

/** What a key without any right tries with each function of the alliance's contracts, by the function's name. */
export function attemptsWith(own: Hex, registry: Hex): Record<string, readonly (readonly unknown[])[]> {
  const farm = memberId('farm');
  const entry = {
    id: memberId('operator'),
    profileHash: farm,
    did: 'did:web:operator.example',
    kinds: 1,
    key: own,
    nodeKey: '0x',
    witness: zeroAddress,
  };
  const admission = encodeFunctionData({ abi: memberRegistryAbi, functionName: 'admit', args: [entry as never] });
  const proposal = [[registry], [0n], [admission]] as const;
  const hash = keccak256(stringToHex('x'));
  return {
    acceptLog: [[registry], [own]],
    admit: [[entry]],
    applyFor: [[entry, '0x']],
    cancel: [[...proposal, hash]],
    castVote: [[1n, 1]],
    castVoteBySig: [[1n, 1, own, '0x']],
    castVoteWithReason: [[1n, 1, 'x']],
    castVoteWithReasonAndParams: [[1n, 1, 'x', '0x01']],
    castVoteWithReasonAndParamsBySig: [[1n, 1, own, 'x', '0x01', '0x']],
    delegate: [[memberAccount(farm)]],
    delegateBySig: [[memberAccount(farm), 0n, 2n ** 40n, 27, farm, farm]],
    enrol: [[entry, [], '0x']],
    execute: [[...proposal, hash]],
    expel: [[farm]],
    propose: [[...proposal, 'x']],
    proposeBySig: [[own, ...proposal, 'x', '0x']],
    publishScenario: [[farm, 'x', farm]],
    queue: [[...proposal, hash]],
    reinstate: [[farm]],
    relay: [[registry, 0n, admission]],
    replaceKey: [[farm, own]],
    resign: [[farm, '0x']],
    resolve: [[farm]],
    reweigh: [[1n]],
    rotateKey: [[farm, own, '0x', '0x']],
    setKindWeight: [[0, 9]],
    setKinds: [[farm, 63]],
    setNodeKeys: [[farm, '0x', own, '0x']],
    setPassPercent: [[1n]],
    setProfile: [[farm, farm, 'x', '0x']],
    setProposalThreshold: [[1n]],
    setVotingDelay: [[1]],
    setVotingPeriod: [[1]],
    suspend: [[farm]],
    updateQuorumNumerator: [[1n]],
  };
}
