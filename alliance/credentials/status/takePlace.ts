import { randomInt, randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { DidSigner } from '../../dids/openSigner.ts';
import type { CredentialsContext } from '../credentialsContext.ts';
import type { StatusEntry } from '../model.ts';
import { listLength } from './bits.ts';
import { publishFirst, statusPurposes } from './publishList.ts';

/** A place in the two lists of an issuer. */
export interface TakenPlace {
  pair: string;
  place: number;
  entries: StatusEntry[];
}

/** A pair is closed half full, so that a free place is found at random soon. */
const mostTaken = listLength / 2;

async function openPair(
  context: CredentialsContext,
  tx: Tx,
  signer: DidSigner,
  member: string | null,
): Promise<string> {
  const [open] = await tx<{ id: string; taken: number }[]>`
    select id, taken from alliance.status_pair where issuer = ${signer.did} and open for update`;
  if (open && open.taken < mostTaken) return open.id;
  if (open) await tx`update alliance.status_pair set open = false where id = ${open.id}`;
  const pair = randomUUID();
  await tx`insert into alliance.status_pair (id, issuer) values (${pair}, ${signer.did})`;
  const lists = statusPurposes.map((purpose) => {
    const id = randomUUID();
    return { id, purpose, url: new URL(`/credentials/status/${id}`, context.baseUrl).href };
  });
  await publishFirst(context, tx, { pair, lists, signer, member });
  return pair;
}

/** Takes a free place at random, so that it says nothing of the order of issuing, in the caller's SQL transaction. */
export async function takePlace(
  context: CredentialsContext,
  tx: Tx,
  signer: DidSigner,
  member: string | null,
): Promise<TakenPlace> {
  // One at a time for an issuer: two first credentials would open two pairs.
  await tx`select pg_advisory_xact_lock(hashtextextended(${`alliance.status:${signer.did}`}, 0))`;
  const pair = await openPair(context, tx, signer, member);
  let place = randomInt(listLength);
  for (;;) {
    const [taken] = await tx`select from alliance.credential where pair = ${pair} and place = ${place}`;
    if (!taken) break;
    place = randomInt(listLength);
  }
  await tx`update alliance.status_pair set taken = taken + 1 where id = ${pair}`;
  const lists = await tx<{ purpose: string; url: string }[]>`
    select purpose, url from alliance.status_list where pair = ${pair} order by purpose`;
  const entries = lists.map(({ purpose, url }) => ({
    id: `${url}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(place),
    statusListCredential: url,
  }));
  return { pair, place, entries };
}
