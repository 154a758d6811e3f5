import type { Hex } from 'viem';
import { changeGrant } from './changeGrant.ts';
import { openStates } from './grantRow.ts';
import type { GrantsContext } from './grantsContext.ts';

const most = 200;

/** Ends the grants whose time is over; gives how many. Requests are refused by the time itself, not by this. */
export async function expireGrants(context: GrantsContext): Promise<number> {
  const { store, now } = context.house;
  const over = await store.sql<{ participant: string; id: Hex }[]>`
    SELECT participant, id FROM exchange.grants
    WHERE state IN ${store.sql(openStates)} AND not_after <= ${now()} ORDER BY not_after LIMIT ${most}`;
  for (const grant of over) await store.transaction((tx) => changeGrant(context, tx, grant, () => ({})));
  return over.length;
}
