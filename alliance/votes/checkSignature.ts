import { type Hex, recoverTypedDataAddress } from 'viem';
import type { AllianceContracts } from '../chain/proposals.ts';
import type { SigningPlace, TypedData } from '../chain/typedData.ts';
import { readNonce, readSigningPlace, type SigningMember } from './askChain.ts';
import { votesErrors } from './errors.ts';
import type { VotesContext } from './votesContext.ts';

/** Makes the typed data that a key signs. */
export type MakeTypedData = (place: SigningPlace, signer: { key: Hex; nonce: bigint }) => TypedData;

export interface CheckSignatureParameters {
  contracts: AllianceContracts;
  /** Whose domain and nonces count. */
  contract: 'governor' | 'registry';
  member: SigningMember;
  make: MakeTypedData;
  signature: Hex;
}

async function isOf(key: Hex, typedData: TypedData, signature: Hex): Promise<boolean> {
  const signer = await recoverTypedDataAddress({ ...typedData, signature } as Parameters<
    typeof recoverTypedDataAddress
  >[0]).catch(() => null);
  return signer?.toLowerCase() === key;
}

/** How many nonces back a signature is known again that was carried out. */
const remembered = 5n;

/**
 * Finds out which key of a member made a signature, without asking the contract to judge it: the present one, or one that
 * was replaced since, which the contract then refuses by name.
 * @returns the key
 * @throws VOTES_SIGNATURE_FOREIGN, VOTES_SIGNATURE_REPLAYED, LEDGER_NODE_UNAVAILABLE
 */
export async function checkSignature(context: VotesContext, parameters: CheckSignatureParameters): Promise<Hex> {
  const { ledger, store } = context;
  const { contracts, contract, member, make, signature } = parameters;
  const place = await readSigningPlace(ledger.reads, contracts, contract);
  const nonce = await readNonce(ledger.reads, place.contract, member.key);
  if (await isOf(member.key, make(place, { key: member.key, nonce }), signature)) return member.key;
  for (let past = nonce - 1n; past >= 0n && past >= nonce - remembered; past--) {
    if (await isOf(member.key, make(place, { key: member.key, nonce: past }), signature)) {
      throw votesErrors.signatureReplayed({ slug: member.slug });
    }
  }
  const former = await store.sql<{ key: Hex }[]>`
    select key from alliance.member_key where member = ${member.id} and key <> ${member.key}
    order by epoch desc, log_index desc limit 20`;
  for (const { key } of former) {
    const own = await readNonce(ledger.reads, place.contract, key);
    if (await isOf(key, make(place, { key, nonce: own }), signature)) return key;
  }
  throw votesErrors.signatureForeign({
    key: member.key,
    slug: member.slug,
    nonce: nonce.toString(),
    chainId: place.chainId,
    contract: place.contract,
  });
}
