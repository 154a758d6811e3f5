import { zeroAddress } from 'viem';
import type { Tx } from '../../../store/index.ts';
import { type Entry, hashEntry, memberKinds } from '../../chain/members.ts';
import { changeMember, type MemberColumns } from './changeMember.ts';
import type { Changes } from './changes.ts';
import { type AllianceLog, type LogPlace, lower } from './decodeLog.ts';
import { addRule } from './rules.ts';

type RegistryLog = Extract<AllianceLog, { contract: 'registry' }>;

const noneIfEmpty = (hex: string, empty: string) => (hex === empty ? null : hex.toLowerCase());

/** The columns that an entry fills. */
const columnsOf = (entry: Entry): Partial<MemberColumns> => ({
  did: entry.did,
  kinds: entry.kinds,
  profile_hash: entry.profileHash.slice(2).toLowerCase(),
  node_key: noneIfEmpty(entry.nodeKey, '0x'),
  witness: noneIfEmpty(entry.witness, zeroAddress),
});

async function addKey(tx: Tx, member: string, key: string, place: LogPlace): Promise<void> {
  // Who comes back with its old key has had it all along.
  await tx`
    insert into alliance.member_key (key, member, epoch, log_index, transaction)
    values (${key}, ${member}, ${place.epoch}, ${place.index}, ${place.transaction}) on conflict do nothing`;
}

async function addApplication(tx: Tx, entry: Entry, hash: string, place: LogPlace): Promise<void> {
  await tx`
    insert into alliance.application (entry_hash, member, entry, epoch, log_index, transaction)
    values (${hash}, ${lower(entry.id)}, ${tx.json({ ...entry })}, ${place.epoch}, ${place.index}, ${place.transaction})
    on conflict do nothing`;
}

/** Notes to whom an account delegates now, or how many votes it casts. */
async function changeAccount(
  tx: Tx,
  account: string,
  { epoch, index, transaction }: LogPlace,
  { delegate = null, votes = null }: { delegate?: string | null; votes?: string | null },
): Promise<void> {
  await tx`
    insert into alliance.account_version (account, epoch, log_index, delegate, votes, transaction)
    values (${account}, ${epoch}, ${index}, ${delegate}, ${votes}, ${transaction}) on conflict do nothing`;
  await tx`
    insert into alliance.voting_account as known (account, delegate, votes)
    values (${account}, ${delegate}, coalesce(${votes}::numeric, 0))
    on conflict (account) do update
      set delegate = coalesce(${delegate}, known.delegate), votes = coalesce(${votes}::numeric, known.votes)`;
}

async function addTotal(tx: Tx, difference: bigint, { epoch, index, time }: LogPlace): Promise<void> {
  await tx`
    insert into alliance.total_weight (epoch, log_index, time, total)
    values (${epoch}, ${index}, ${time}, ${difference.toString()}::numeric + coalesce(
      (select total from alliance.total_weight order by epoch desc, log_index desc limit 1), 0))`;
}

/** Takes in a log of the registry of members. */
export async function applyRegistryLog(tx: Tx, { event, place }: RegistryLog, changes: Changes): Promise<void> {
  const change = async (id: string, what: string, columns: Partial<MemberColumns>) => {
    changes.members.add(id);
    await changeMember(tx, { id, what, place, columns });
  };
  switch (event.eventName) {
    case 'Enrolled':
      return change(lower(event.args.id), 'Enrolled', { status: 'admitted' });
    case 'Founded':
      changes.other = true;
      await tx`update alliance.projection set founded_epoch = ${place.epoch}, founded_at = ${place.time}`;
      return;
    case 'Applied': {
      const { entry } = event.args;
      const id = lower(entry.id);
      await addApplication(tx, entry, lower(event.args.entryHash), place);
      const [known] = await tx<{ status: string }[]>`select status from alliance.chain_member where id = ${id}`;
      changes.members.add(id);
      // Who left keeps its place until it is admitted again; who only applied is shown as it applied last.
      if (known && known.status !== 'applied') return;
      return change(id, 'Applied', { ...columnsOf(entry), status: 'applied', applied_at: place.time });
    }
    case 'Admitted': {
      const { entry } = event.args;
      const [id, key] = [lower(entry.id), lower(entry.key)];
      await addKey(tx, id, key, place);
      await tx`
        update alliance.application set admitted_epoch = ${place.epoch}
        where entry_hash = ${hashEntry(entry)} and admitted_epoch is null`;
      return change(id, 'Admitted', { ...columnsOf(entry), key, status: 'admitted', admitted_at: place.time });
    }
    case 'Suspended':
      return change(lower(event.args.id), 'Suspended', { status: 'suspended' });
    case 'Reinstated':
      return change(lower(event.args.id), 'Reinstated', { status: 'admitted' });
    case 'Expelled':
    case 'MemberLeft':
      return change(lower(event.args.id), event.eventName, { status: 'left' });
    case 'KeyChanged': {
      const [id, key] = [lower(event.args.id), lower(event.args.newKey)];
      await addKey(tx, id, key, place);
      return change(id, event.args.byVote ? 'KeyReplaced' : 'KeyRotated', { key });
    }
    case 'NodeKeysChanged': {
      const { id, nodeKey, witness } = event.args;
      const columns = { node_key: noneIfEmpty(nodeKey, '0x'), witness: noneIfEmpty(witness, zeroAddress) };
      return change(lower(id), 'NodeKeysChanged', columns);
    }
    case 'ProfileChanged': {
      const { id, profileHash, did } = event.args;
      return change(lower(id), 'ProfileChanged', { profile_hash: profileHash.slice(2).toLowerCase(), did });
    }
    case 'KindsChanged':
      return change(lower(event.args.id), 'KindsChanged', { kinds: event.args.kinds });
    case 'WeightChanged': {
      const { id, oldWeight, newWeight } = event.args;
      await addTotal(tx, BigInt(newWeight) - BigInt(oldWeight), place);
      return change(lower(id), 'WeightChanged', { weight: newWeight });
    }
    case 'KindWeightSet': {
      const { kind, oldWeight, newWeight } = event.args;
      changes.other = true;
      const rule = `kindWeight.${memberKinds[kind]}`;
      return addRule(tx, { rule, value: BigInt(newWeight), before: BigInt(oldWeight), place });
    }
    case 'DelegateChanged': {
      const account = lower(event.args.delegator);
      changes.accounts.add(account);
      return changeAccount(tx, account, place, { delegate: lower(event.args.toDelegate) });
    }
    case 'DelegateVotesChanged': {
      const account = lower(event.args.delegate);
      changes.accounts.add(account);
      return changeAccount(tx, account, place, { votes: event.args.newVotes.toString() });
    }
  }
}
