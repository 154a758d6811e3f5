import { encodeFunctionData, type Hex, type TypedDataDefinition } from 'viem';
import { dataGrantsAbi } from '../../contracts/generated/DataGrants.ts';
import type { ChainTerms } from './terms.ts';

/** What a party may do to a grant that is issued. */
export type ActKind = 'suspend' | 'resume' | 'revoke' | 'renounce';
export type CallKind = 'issue' | ActKind;

/** Where a signature counts. */
export interface SigningPlace {
  evmChainId: number;
  contract: Hex;
}

/** A message of a party to a grant. */
export interface ActMessage {
  grant: Hex;
  sequence: number;
  /** Salted digest. */
  reason: Hex;
}

const domainOf = ({ evmChainId, contract }: SigningPlace) => ({
  name: 'Xiangyu data grants',
  version: '1',
  chainId: evmChainId,
  verifyingContract: contract,
});

const termsFields = [
  { name: 'provider', type: 'address' },
  { name: 'notBefore', type: 'uint48' },
  { name: 'notAfter', type: 'uint48' },
  { name: 'consumer', type: 'address' },
  { name: 'version', type: 'uint32' },
  { name: 'maxCount', type: 'uint64' },
  { name: 'arbiter', type: 'address' },
  { name: 'agreement', type: 'bytes32' },
  { name: 'dataset', type: 'bytes32' },
  { name: 'purpose', type: 'bytes32' },
  { name: 'columns', type: 'bytes32' },
  { name: 'policy', type: 'bytes32' },
];
const actFields = [
  { name: 'grant', type: 'bytes32' },
  { name: 'sequence', type: 'uint64' },
  { name: 'reason', type: 'bytes32' },
];
const typeNames = {
  suspend: 'Suspension',
  resume: 'Resumption',
  revoke: 'Revocation',
  renounce: 'Renunciation',
} as const;

const actTypes = { Suspension: actFields, Resumption: actFields, Revocation: actFields, Renunciation: actFields };

/** The names under which messages are signed, by the function of the contract that takes them. */
export const isActKind = (name: string): name is ActKind => name in typeNames;

/** What a provider signs to issue a grant (EIP-712). */
export const issueData = (place: SigningPlace, terms: ChainTerms): TypedDataDefinition => ({
  domain: domainOf(place),
  types: { Terms: termsFields },
  primaryType: 'Terms',
  message: { ...terms, maxCount: BigInt(terms.maxCount) },
});

/** What a party signs to change a grant (EIP-712). */
export const actData = (place: SigningPlace, kind: ActKind, message: ActMessage): TypedDataDefinition => ({
  domain: domainOf(place),
  types: actTypes,
  primaryType: typeNames[kind],
  message: { ...message, sequence: BigInt(message.sequence) },
});

/** The call that carries an issuance. */
export const encodeIssue = (terms: ChainTerms, signature: Hex): Hex =>
  encodeFunctionData({
    abi: dataGrantsAbi,
    functionName: 'issue',
    args: [{ ...terms, maxCount: BigInt(terms.maxCount) }, signature],
  });

/** The call that carries another message. */
export const encodeAct = (kind: ActKind, { grant, sequence, reason }: ActMessage, signature: Hex): Hex =>
  encodeFunctionData({ abi: dataGrantsAbi, functionName: kind, args: [grant, BigInt(sequence), reason, signature] });
