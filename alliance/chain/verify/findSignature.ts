import { decodeFunctionData, type Hex, recoverTypedDataAddress } from 'viem';
import { allianceGovernorAbi } from '../../../contracts/generated/AllianceGovernor.ts';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { type Entry, memberId } from '../members.ts';
import { ballotData, foundingData, proposalData, type SigningPlace, type TypedData } from '../typedData.ts';
import type { HistoryReader } from './chainReader.ts';
import { type ChainEvent, lower } from './history.ts';
import type { ReplayState } from './replayState.ts';

/** Whether the transaction of an event shows a signature of this key; null when it came in a way that shows none. */
export type FindSignature = (state: ReplayState, event: ChainEvent, key: Hex) => Promise<boolean | null>;

/** A key signs further things of which the history does not show the nonce, such as by another contract that passes them on. */
const triedNonces = 20n;

async function isBy(data: TypedData, signature: Hex, key: Hex): Promise<boolean> {
  const parameters = { ...data, signature } as unknown as Parameters<typeof recoverTypedDataAddress>[0];
  return recoverTypedDataAddress(parameters).then(
    (signer) => lower(signer) === key,
    () => false,
  );
}

/** What was signed in a transaction that the governor itself got, as a function of the nonce. */
function readSigned(
  place: SigningPlace,
  input: Hex,
): { by: Hex; signature: Hex; build: (nonce: bigint) => TypedData } | null {
  const { functionName, args } = decodeFunctionData({ abi: allianceGovernorAbi, data: input });
  if (functionName === 'castVoteBySig') {
    const [proposalId, support, voter, signature] = args;
    return { by: voter, signature, build: (nonce) => ballotData(place, { proposalId, support, voter, nonce }) };
  }
  if (functionName === 'proposeBySig') {
    const [proposer, targets, values, calldatas, description, signature] = args;
    const calls = { targets: [...targets], values: [...values], calldatas: [...calldatas] };
    return { by: proposer, signature, build: (nonce) => proposalData(place, { proposer, calls, description, nonce }) };
  }
  return null;
}

/** Makes the check of the signatures of ballots and proposals. Keys that are contracts (ERC-1271) only the chain itself can check. */
export function createSignatureFinder(reader: HistoryReader, place: SigningPlace): FindSignature {
  return async (state, { log }, key) => {
    const { to, input } = await reader.readTransaction(log.transactionHash);
    if (to !== place.contract) return null;
    let signed: ReturnType<typeof readSigned>;
    try {
      signed = readSigned(place, input);
    } catch {
      return null;
    }
    if (!signed) return null;
    if (lower(signed.by) !== key) return false;
    if (signed.signature.length !== 132) return null;
    const expected = state.nonces.get(key) ?? 0n;
    for (let nonce = expected; nonce < expected + triedNonces; nonce++) {
      if (!(await isBy(signed.build(nonce), signed.signature, key))) continue;
      state.nonces.set(key, nonce + 1n);
      return true;
    }
    return false;
  };
}

/** Whether a founder's enrolment shows its signature under the charter; null when it came in a way that shows none. */
export async function isFoundingSigned(
  reader: HistoryReader,
  place: SigningPlace,
  { log, args }: ChainEvent,
  charter: Hex,
): Promise<boolean | null> {
  const { to, input } = await reader.readTransaction(log.transactionHash);
  if (to !== place.contract) return null;
  const entry = args.entry as Entry;
  try {
    const { functionName, args: given } = decodeFunctionData({ abi: memberRegistryAbi, data: input });
    if (functionName !== 'enrol') return null;
    const [, , signature] = given;
    if (signature.length !== 132) return null;
    return await isBy(foundingData(place, { charter, member: entry.id }), signature, lower(entry.key));
  } catch {
    return null;
  }
}

/** The slug behind an id, of those that are known. */
export function nameMembers(slugs: readonly string[]): (id: Hex) => string | null {
  const known = new Map(slugs.map((slug) => [memberId(slug), slug]));
  return (id) => known.get(id) ?? null;
}
