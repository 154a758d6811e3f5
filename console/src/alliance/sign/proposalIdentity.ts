import { sha256 } from '@noble/hashes/sha2.js';
import { AbiParameters, Hash, Hex } from 'ox';
import { canonicalizeJson, encodeHex, type JsonValue } from '../../../../proof/index.ts';

/** SHA-256 of the RFC 8785 form of a document, in hexadecimal: what the chain knows of a text. */
export function digestOfDocument(document: unknown): string {
  return encodeHex(sha256(new TextEncoder().encode(canonicalizeJson(document as JsonValue))));
}

/** The description under which the chain keeps the proposal with this document. */
export function describeDocument(document: unknown): string {
  return `xiangyu-proposal:1:${digestOfDocument(document)}`;
}

interface ProposalCalls {
  targets: readonly Hex.Hex[];
  values: readonly string[];
  calldatas: readonly Hex.Hex[];
}

const parameters = AbiParameters.from(['address[] targets', 'uint256[] values', 'bytes[] calldatas', 'bytes32 text']);

/** The id under which the governor counts ballots on exactly these calls with exactly this description. */
export function proposalIdOf({ targets, values, calldatas }: ProposalCalls, description: string): Hex.Hex {
  const text = Hash.keccak256(Hex.fromString(description));
  return Hash.keccak256(AbiParameters.encode(parameters, [targets, values.map(BigInt), calldatas, text]));
}
