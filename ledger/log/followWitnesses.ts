import { createWitnessAddressKey, formatVerifierKey, type Hex } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import type { LaneContext } from '../lanes/laneContext.ts';
import { type AnchorWitnesses, readWitnessesOnChain } from './syncWitnesses.ts';

export interface FollowWitnessesParameters {
  context: LaneContext;
  contract: Hex;
}

/** A witness as it should stand in the database. */
interface WantedWitness {
  address: Hex;
  name: string;
  vkeys: string[];
  url: string | null;
  member: string | null;
}

interface WitnessRow {
  id: string;
  address: Hex | null;
  name: string;
  vkeys: string[];
  url: string | null;
  member: string | null;
}

/**
 * Brings the database's witnesses in line with the contract's, once the operator no longer decides: who they are and how many
 * have to sign comes from the chain, where to ask them from what their members publish. Those that were voted out stay with
 * what they cosigned. Gives those that the contract checks now.
 */
export async function followWitnesses({ context, contract }: FollowWitnessesParameters): Promise<AnchorWitnesses> {
  const { store, logger } = context;
  const present = await readWitnessesOnChain(context, contract);
  const changes = await store.transaction(async (tx) => {
    await tx`SELECT FROM ledger.witness_policy FOR UPDATE`;
    const changed = await bringInLine(tx, present);
    if (changed > 0) {
      await tx`SELECT pg_notify('ledger_changed', ''), pg_notify('live', ${JSON.stringify({ type: 'log' })})`;
    }
    return changed;
  });
  if (changes > 0) {
    const { addresses, threshold } = present;
    logger.info({ witnesses: addresses.length, threshold }, 'the members’ vote on the witnesses is followed');
  }
  return present;
}

async function readWanted(
  tx: Tx,
  addresses: readonly Hex[],
  rows: readonly WitnessRow[],
): Promise<Map<Hex, WantedWitness>> {
  const profiles = await tx<WantedWitness[]>`
    SELECT address, name, vkeys, url, member FROM ledger.witness_profiles WHERE address = ANY(${[...addresses]})`;
  // Where nothing is published, what the operator entered before the hand-over still says where to ask.
  const entered = rows.flatMap((row) => (row.address === null ? [] : [{ ...row, address: row.address }]));
  const published = new Map([...entered, ...profiles].map((profile) => [profile.address, profile]));
  const named = new Set<string>();
  return new Map(
    addresses.map((address) => {
      const profile = published.get(address);
      // One name stands for one witness in checkpoints; a second one under it is known by its address alone.
      if (profile && !named.has(profile.name)) {
        named.add(profile.name);
        return [address, profile];
      }
      const bytes = Uint8Array.from(Buffer.from(address.slice(2), 'hex'));
      const vkeys = [formatVerifierKey(createWitnessAddressKey(address, bytes))];
      return [address, { address, name: address, vkeys, url: null, member: null }];
    }),
  );
}

/** Gives how many rows were changed. */
async function bringInLine(tx: Tx, { addresses, threshold }: AnchorWitnesses): Promise<number> {
  const rows = await tx<WitnessRow[]>`
    SELECT id, address, name, vkeys, url, member FROM ledger.witnesses WHERE removed_at IS NULL`;
  const wanted = await readWanted(tx, addresses, rows);
  let changed = 0;
  const kept = new Set<Hex>();
  for (const { id, address, name, vkeys, url, member } of rows) {
    const one = address === null ? undefined : wanted.get(address);
    // Other keys are another witness: what the old ones cosigned is checked with the old ones.
    if (!one || one.name !== name || one.vkeys.join() !== vkeys.join()) {
      await tx`UPDATE ledger.witnesses SET removed_at = now() WHERE id = ${id}`;
      changed += 1;
      continue;
    }
    kept.add(one.address);
    if (one.url === url && one.member === member) continue;
    await tx`
      UPDATE ledger.witnesses SET url = ${one.url}, member = ${one.member}, failures = 0, next_attempt_at = now()
      WHERE id = ${id}`;
    changed += 1;
  }
  for (const { address, name, vkeys, url, member } of wanted.values()) {
    if (kept.has(address)) continue;
    await tx`
      INSERT INTO ledger.witnesses (name, vkeys, address, url, member)
      VALUES (${name}, ${vkeys}, ${address}, ${url}, ${member})`;
    changed += 1;
  }
  const policy = await tx`
    UPDATE ledger.witness_policy SET threshold = ${threshold}, changed_at = now() WHERE threshold <> ${threshold}`;
  return changed + policy.count;
}
