import { createHash } from 'node:crypto';
import type { Hex } from 'viem';
import type { JsonValue } from '../../../proof/index.ts';
import type { Sql, Tx } from '../../../store/index.ts';
import { allianceErrorAbi, explainRefusal } from '../../chain/explainRefusal.ts';
import { votesErrors } from '../errors.ts';
import type { ActionKind, ActionView } from '../sharedSchemas.ts';
import type { VotesContext } from '../votesContext.ts';
import { type ActionRow, toActionView } from './actionRows.ts';

export interface CarryParameters {
  kind: ActionKind;
  /** Whose signature it is, or who asked for it. */
  member: { id: Hex; slug: string };
  proposal?: Hex;
  body: JsonValue;
  /** The call of one of the alliance's contracts. */
  to: Hex;
  data: Hex;
  /** What has to be stored together with it. */
  save?: (tx: Tx) => Promise<void>;
}

/** What the platform pays for in 24 hours: signatures of a member, and applications of an organisation. */
const mostADay: Readonly<Record<ActionKind, number>> = {
  proposal: 100,
  ballot: 2_000,
  delegation: 50,
  key: 20,
  leave: 10,
  nodeKeys: 50,
  application: 5,
  execution: 200,
};
/** Signatures for the same contract share the nonces of their key. */
const ofGovernor: readonly ActionKind[] = ['proposal', 'ballot'];
const ofRegistry: readonly ActionKind[] = ['delegation', 'key', 'nodeKeys', 'leave', 'application'];

const digestOf = ({ to, data }: CarryParameters) => createHash('sha256').update(`${to}:${data}`).digest('hex');

async function findOpen(sql: Sql | Tx, digest: string): Promise<ActionView | null> {
  const [row] = await sql<ActionRow[]>`
    select * from alliance.action where digest = ${digest} and state = 'submitted' order by id desc limit 1`;
  return row ? toActionView(row) : null;
}

/** The same call that another request is just sending holds up nobody. @throws VOTES_BUSY, VOTES_TOO_MANY */
async function checkTurn(sql: Sql | Tx, parameters: CarryParameters): Promise<void> {
  const { kind, member } = parameters;
  const group = [ofGovernor, ofRegistry].find((kinds) => kinds.includes(kind)) ?? [];
  const [row] = await sql<{ busy: boolean; today: number }[]>`
    select
      exists (select from alliance.action
        where state = 'submitted' and member = ${member.id} and kind = any (${[...group]}::text[])
          and digest <> ${digestOf(parameters)}) as busy,
      (select count(*)::int from (
        select kind, submitted_at from alliance.action where member = ${member.id}
        order by id desc limit 5000) newest
       where kind = ${kind} and submitted_at > now() - interval '24 hours') as today`;
  if (row?.busy) throw votesErrors.busy({ slug: member.slug });
  const most = mostADay[kind];
  if ((row?.today ?? 0) >= most) throw votesErrors.tooMany({ slug: member.slug, most });
}

/**
 * Carries a call to the chain: tried out first, so that what the contracts would refuse is refused here and costs nothing,
 * then stored durably with its transaction. The same call again, while it is on its way, is the same action.
 * @throws VOTES_BUSY, VOTES_TOO_MANY, what `explainRefusal` makes, LEDGER_NODE_UNAVAILABLE
 */
export async function carry(context: VotesContext, parameters: CarryParameters): Promise<ActionView> {
  const { store, ledger } = context;
  const { kind, member, proposal, body, to, data, save } = parameters;
  const digest = digestOf(parameters);
  const known = await findOpen(store.sql, digest);
  if (known) return known;
  await checkTurn(store.sql, parameters);
  const signer = ledger.treasuryAddress;
  const tried = await ledger.transactions.simulate({ signer, to, data }, allianceErrorAbi);
  if (!tried.ok) throw explainRefusal(tried);
  return store.transaction(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended(${`votes:${member.id}`}, 0))`;
    const raced = await findOpen(tx, digest);
    if (raced) return raced;
    await checkTurn(tx, parameters);
    await save?.(tx);
    const [row] = await tx<{ attempts: number }[]>`
      select count(*)::int as attempts from alliance.action
      where kind = ${kind} and member = ${member.id} and proposal is not distinct from ${proposal ?? null}`;
    // What failed may be signed anew, and is another transaction then.
    const idempotencyKey = `alliance:${kind}:${proposal ?? ''}:${member.id}#${(row?.attempts ?? 0) + 1}`;
    const { transactionId } = await ledger.transactions.submit(
      { tenant: 'ledger', idempotencyKey, signer, to, data },
      tx,
    );
    await tx`
      update alliance.action set hidden = true
      where kind = ${kind} and member = ${member.id} and proposal is not distinct from ${proposal ?? null} and not hidden`;
    const [stored] = await tx<ActionRow[]>`
      insert into alliance.action (kind, member, proposal, body, digest, transaction_id)
      values (${kind}, ${member.id}, ${proposal ?? null}, ${tx.json(body)}, ${digest}, ${transactionId})
      returning *`;
    await store.notify(tx, 'live', JSON.stringify(newsOf(parameters)));
    return toActionView(stored as ActionRow);
  });
}

const newsOf = ({ member, proposal }: CarryParameters) => ({
  type: 'alliance',
  members: proposal ? [] : [member.slug],
  proposals: proposal ? [proposal] : [],
  other: false,
});
