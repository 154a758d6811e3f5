import { AbiFunction, type Hex } from 'ox';
import type { MemberKind } from '../api/types.ts';
import { kindsOfBits, memberKinds } from './memberIds.ts';

/** What a call of a passed proposal does, read out of its bytes by this browser. */
export type DecodedCall =
  | { does: 'admit'; id: Hex.Hex; did: string; kinds: MemberKind[]; key: Hex.Hex; profileHash: Hex.Hex }
  | { does: 'suspend' | 'reinstate' | 'expel'; id: Hex.Hex }
  | { does: 'replaceKey'; id: Hex.Hex; key: Hex.Hex }
  | { does: 'setKinds'; id: Hex.Hex; kinds: MemberKind[] }
  | { does: 'setRule'; rule: RuleName; value: bigint }
  | { does: 'setKindWeight'; kind: MemberKind; value: bigint }
  | { does: 'setWitnesses'; log: Hex.Hex; witnesses: Hex.Hex[]; threshold: number }
  | { does: 'publishScenario'; id: Hex.Hex; uri: string; digest: Hex.Hex }
  | { does: 'resolve'; digest: Hex.Hex }
  | { does: 'spend'; to: Hex.Hex; amountWei: bigint }
  | { does: 'unknown' };

const ruleFunctions = {
  votingDelaySeconds: 'function setVotingDelay(uint48 value)',
  votingPeriodSeconds: 'function setVotingPeriod(uint32 value)',
  proposalThreshold: 'function setProposalThreshold(uint256 value)',
  quorumPercent: 'function updateQuorumNumerator(uint256 value)',
  passPercent: 'function setPassPercent(uint256 value)',
} as const;
export type RuleName = keyof typeof ruleFunctions;

const entry = '(bytes32 id,bytes32 profileHash,string did,uint16 kinds,address key,bytes nodeKey,address witness)';
const functions = {
  admit: AbiFunction.from(`function admit(${entry} entry)`),
  suspend: AbiFunction.from('function suspend(bytes32 id)'),
  reinstate: AbiFunction.from('function reinstate(bytes32 id)'),
  expel: AbiFunction.from('function expel(bytes32 id)'),
  replaceKey: AbiFunction.from('function replaceKey(bytes32 id,address newKey)'),
  setKinds: AbiFunction.from('function setKinds(bytes32 id,uint16 kinds)'),
  setKindWeight: AbiFunction.from('function setKindWeight(uint8 kind,uint32 weight)'),
  setWitnesses: AbiFunction.from('function setWitnesses(address[] witnesses,uint8 threshold)'),
  publishScenario: AbiFunction.from('function publishScenario(bytes32 id,string uri,bytes32 digest)'),
  resolve: AbiFunction.from('function resolve(bytes32 digest)'),
};

/** The alliance's contracts, by what a call may be made to. */
export interface CallPlaces {
  governor: Hex.Hex;
  registry: Hex.Hex;
  record: Hex.Hex;
  log: Hex.Hex | null;
}

interface Call {
  target: Hex.Hex;
  valueWei: string;
  data: Hex.Hex;
}

const same = (one: string | null, other: string) => one?.toLowerCase() === other.toLowerCase();

/** Reads a call. What is not one of the alliance's own calls, or carries coins besides one, is `unknown`. */
export function decodeCall({ target, valueWei, data }: Call, places: CallPlaces): DecodedCall {
  const unknown: DecodedCall = { does: 'unknown' };
  try {
    if (data === '0x') return { does: 'spend', to: target, amountWei: BigInt(valueWei) };
    if (valueWei !== '0') return unknown;
    if (same(places.registry, target)) return decodeRegistry(data) ?? unknown;
    if (same(places.governor, target)) return decodeRule(data) ?? unknown;
    if (same(places.record, target)) return decodeRecord(data) ?? unknown;
    if (same(places.log, target) && isCallOf('setWitnesses', data)) {
      const [witnesses, threshold] = AbiFunction.decodeData(functions.setWitnesses, data);
      return { does: 'setWitnesses', log: target, witnesses: [...witnesses], threshold };
    }
  } catch {
    // Bytes that do not fit the function they name.
  }
  return unknown;
}

function isCallOf(name: keyof typeof functions, data: Hex.Hex): boolean {
  return same(AbiFunction.getSelector(functions[name]), data.slice(0, 10));
}

function decodeRegistry(data: Hex.Hex): DecodedCall | null {
  for (const does of ['suspend', 'reinstate', 'expel'] as const) {
    if (!isCallOf(does, data)) continue;
    const [id] = AbiFunction.decodeData(functions[does], data);
    return { does, id };
  }
  if (isCallOf('admit', data)) {
    const [{ id, did, kinds, key, profileHash }] = AbiFunction.decodeData(functions.admit, data);
    return { does: 'admit', id, did, kinds: kindsOfBits(kinds), key, profileHash };
  }
  if (isCallOf('replaceKey', data)) {
    const [id, key] = AbiFunction.decodeData(functions.replaceKey, data);
    return { does: 'replaceKey', id, key };
  }
  if (isCallOf('setKinds', data)) {
    const [id, kinds] = AbiFunction.decodeData(functions.setKinds, data);
    return { does: 'setKinds', id, kinds: kindsOfBits(kinds) };
  }
  if (isCallOf('setKindWeight', data)) {
    const [kind, weight] = AbiFunction.decodeData(functions.setKindWeight, data);
    const name = memberKinds[kind];
    return name === undefined ? null : { does: 'setKindWeight', kind: name, value: BigInt(weight) };
  }
  return null;
}

function decodeRule(data: Hex.Hex): DecodedCall | null {
  for (const [rule, signature] of Object.entries(ruleFunctions)) {
    const setter = AbiFunction.from(signature as (typeof ruleFunctions)[RuleName]);
    if (!same(AbiFunction.getSelector(setter), data.slice(0, 10))) continue;
    const [value] = AbiFunction.decodeData(setter, data);
    return { does: 'setRule', rule: rule as RuleName, value: BigInt(value) };
  }
  return null;
}

function decodeRecord(data: Hex.Hex): DecodedCall | null {
  if (isCallOf('resolve', data)) {
    const [resolved] = AbiFunction.decodeData(functions.resolve, data);
    return { does: 'resolve', digest: resolved };
  }
  if (!isCallOf('publishScenario', data)) return null;
  const [id, uri, digest] = AbiFunction.decodeData(functions.publishScenario, data);
  return { does: 'publishScenario', id, uri, digest };
}
