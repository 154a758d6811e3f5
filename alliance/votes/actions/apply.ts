import { createHash } from 'node:crypto';
import { encodeFunctionData, type Hex, zeroAddress } from 'viem';
import { memberRegistryAbi } from '../../../contracts/generated/MemberRegistry.ts';
import { canonicalizeJson, type JsonValue } from '../../../proof/index.ts';
import { type Entry, encodeKinds, type MemberKind, memberId } from '../../chain/members.ts';
import { applicationData } from '../../chain/typedData.ts';
import { readNonce, readSigningPlace } from '../askChain.ts';
import { checkSignature, type MakeTypedData } from '../checkSignature.ts';
import { nameMember } from '../projection/syncNames.ts';
import type { ActionView, TypedData } from '../sharedSchemas.ts';
import { requireContracts, type VotesContext } from '../votesContext.ts';
import { carry } from './carry.ts';

/** What an organisation applies with. */
export interface Application {
  kinds: MemberKind[];
  did: string;
  profile: { name: { zh: string; en: string }; description?: { zh: string; en: string }; website?: string };
  key: Hex;
  nodeKey?: Hex;
  witness?: Hex;
}

const writeProfile = ({ profile }: Application) => canonicalizeJson(profile as unknown as JsonValue);

function toEntry(slug: string, application: Application): Entry {
  const { kinds, did, key, nodeKey = '0x', witness = zeroAddress } = application;
  const profileHash = createHash('sha256').update(writeProfile(application)).digest('hex');
  return {
    id: memberId(slug),
    profileHash: `0x${profileHash}`,
    did,
    kinds: encodeKinds(kinds),
    key: key.toLowerCase() as Hex,
    nodeKey,
    witness: witness.toLowerCase() as Hex,
  };
}

const makeTypedData =
  (entry: Entry): MakeTypedData =>
  (place, { nonce }) =>
    applicationData(place, { entry, nonce });

/** Gives what the organisation's new voting key signs to apply. @throws VOTES_NO_ALLIANCE */
export async function prepareApplication(
  context: VotesContext,
  slug: string,
  application: Application,
): Promise<TypedData> {
  const { reads } = context.ledger;
  const contracts = await requireContracts(context);
  const entry = toEntry(slug, application);
  const nonce = await readNonce(reads, contracts.registry, entry.key);
  return makeTypedData(entry)(await readSigningPlace(reads, contracts, 'registry'), { key: entry.key, nonce });
}

/**
 * Carries the application of an organisation to the chain and keeps its profile.
 * @throws what `prepareApplication`, `checkSignature` and `carry` throw
 */
export async function apply(
  context: VotesContext,
  slug: string,
  { signature, ...application }: Application & { signature: Hex },
): Promise<ActionView> {
  const contracts = await requireContracts(context);
  const entry = toEntry(slug, application);
  const member = { id: entry.id, slug, key: entry.key, status: 'none' as const };
  const make = makeTypedData(entry);
  await checkSignature(context, { contracts, contract: 'registry', member, make, signature });
  return carry(context, {
    kind: 'application',
    member,
    body: { key: entry.key, did: entry.did, profileHash: entry.profileHash },
    to: contracts.registry,
    data: encodeFunctionData({ abi: memberRegistryAbi, functionName: 'applyFor', args: [entry, signature] }),
    async save(tx) {
      await nameMember(tx, slug);
      await tx`
        insert into alliance.profile (hash, profile) values (${entry.profileHash.slice(2)}, ${writeProfile(application)})
        on conflict do nothing`;
    },
  });
}
