import { encodeFunctionData } from 'viem';
import { memberRegistryAbi as abi } from '../../contracts/generated/MemberRegistry.ts';
import { memberId } from '../chain/members.ts';
import type { Principal } from '../principal.ts';
import { type Charter, hashCharter, writeCharter } from './charter.ts';
import { foundingErrors } from './errors.ts';
import {
  type FoundingContext,
  type FoundingRow,
  foundingChannel,
  readFounders,
  readFounding,
} from './foundingContext.ts';

export interface StartFoundingParameters {
  charter: Charter;
  /** Gives up a founding with another charter that is not done, or one whose contracts are not on this chain. */
  replace?: boolean;
  principal: Principal | null;
}

/** Whether the contracts of a founding are not on this chain, which was set up anew while the database is an older one. */
async function isElsewhere(
  { ledger }: FoundingContext,
  { registry, charter_hash: hash }: FoundingRow,
): Promise<boolean> {
  if (!registry) return false;
  return (await ledger.reads.call(registry, encodeFunctionData({ abi, functionName: 'charterHash' }))) !== hash;
}

/**
 * Begins a founding, durably: the contracts are then deployed in the background and every founder signs. The same charter again
 * goes on where it was. @throws FOUNDING_ALREADY_FOUNDED, FOUNDING_OTHER_CHARTER;
 * LEDGER_NODE_UNAVAILABLE with `replace`
 */
export async function startFounding(
  context: FoundingContext,
  { charter, replace = false, principal }: StartFoundingParameters,
): Promise<FoundingRow> {
  const { store, acts, logger } = context;
  const charterHash = hashCharter(charter);
  const known = replace ? await readFounding(store.sql) : null;
  const lost = known && (await isElsewhere(context, known)) ? known.id : null;
  const row = await store.transaction(async (tx) => {
    await tx`LOCK TABLE alliance.founding IN SHARE ROW EXCLUSIVE MODE`;
    const present = await readFounding(tx);
    const isLost = present !== null && present.id === lost;
    if (present?.charter_hash === charterHash && !isLost) return present;
    if (present?.step === 'founded' && !isLost) throw foundingErrors.alreadyFounded();
    if (present) {
      const founders = await readFounders(tx, present.id);
      const signed = founders.filter(({ signature }) => signature !== null).length;
      if (!replace) throw foundingErrors.otherCharter({ signed, founders: founders.length });
      await tx`UPDATE alliance.founding SET step = 'abandoned' WHERE id = ${present.id}`;
    }
    const [begun] = await tx<FoundingRow[]>`
      INSERT INTO alliance.founding (charter, charter_hash) VALUES (${writeCharter(charter)}, ${charterHash})
      RETURNING *`;
    const founding = begun as FoundingRow;
    const rows = charter.founders.map(({ slug, key }, position) => ({
      founding: founding.id,
      position,
      slug,
      member_id: memberId(slug),
      key,
    }));
    await tx`INSERT INTO alliance.founder ${tx(rows)}`;
    await acts.recordAct(tx, {
      principal,
      action: 'founding:start',
      resource: { type: 'Platform', id: 'alliance' },
      detail: { charterHash, founders: rows.length, replaced: present?.charter_hash ?? null },
    });
    logger.info({ charterHash, founders: rows.length }, 'a founding begins');
    return founding;
  });
  await store.notify(store.sql, foundingChannel, '');
  return row;
}
