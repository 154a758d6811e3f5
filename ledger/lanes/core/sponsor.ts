import { encodeFunctionData, parseAbi } from 'viem';
import type { Hex } from '../../../proof/index.ts';
import type { TransactionRequest } from '../request.ts';

/** The contract of Core Space by which somebody else pays for the users of a contract. */
const sponsorControl: Hex = '0x0888000000000000000000000000000000000001';

const abi = parseAbi([
  'function setSponsorForGas(address contractAddr, uint256 upperBound) payable',
  'function setSponsorForCollateral(address contractAddr) payable',
  'function addPrivilegeByAdmin(address contractAddr, address[] addresses)',
  'function removePrivilegeByAdmin(address contractAddr, address[] addresses)',
]);

/** A call of the sponsor contract, to be submitted with a signer. */
export type SponsorCall = Required<Pick<TransactionRequest, 'to' | 'data' | 'value'>> & { space: 'core' };

const call = (data: Hex, value = 0n): SponsorCall => ({ space: 'core', to: sponsorControl, data, value });

/** Pays in for the gas of a contract's users: `value` in all, at most `upperBound` for one transaction, both in drip. */
export const sponsorGas = (contract: Hex, upperBound: bigint, value: bigint): SponsorCall =>
  call(encodeFunctionData({ abi, functionName: 'setSponsorForGas', args: [contract, upperBound] }), value);

/** Pays in for the storage that a contract's users take up, in drip. */
export const sponsorStorage = (contract: Hex, value: bigint): SponsorCall =>
  call(encodeFunctionData({ abi, functionName: 'setSponsorForCollateral', args: [contract] }), value);

/** Lets accounts use what was paid in; none given: everybody. Only the contract's admin, who deployed it, may. */
export const allowUsers = (
  contract: Hex,
  users: readonly Hex[] = ['0x0000000000000000000000000000000000000000'],
): SponsorCall => call(encodeFunctionData({ abi, functionName: 'addPrivilegeByAdmin', args: [contract, users] }));
