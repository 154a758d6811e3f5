import type { Hex } from 'viem';
import type { Ledger } from '../../../ledger/index.ts';
import { allianceErrorAbi, explainRefusal } from '../../chain/explainRefusal.ts';
import type { ActionView, Failure } from '../sharedSchemas.ts';
import type { VotesContext } from '../votesContext.ts';

type Transaction = NonNullable<Awaited<ReturnType<Ledger['transactions']['read']>>>;

const batchSize = 1_000;

/** Why a transaction of ours failed, in words. What the chain does not say any more is found out by trying again. */
async function explainFailure({ ledger, logger }: VotesContext, transaction: Transaction): Promise<Failure> {
  const { signer, to, data, lastError, revertData } = transaction;
  let refusal = { reason: lastError ?? 'its transaction failed', data: revertData };
  if (!revertData) {
    const tried = await ledger.transactions.simulate({ signer, to, data }, allianceErrorAbi).catch((error: unknown) => {
      logger.debug({ err: error }, 'a failed transaction could not be tried again');
      return null;
    });
    if (tried && !tried.ok) refusal = tried;
  }
  const { code, reason, nextStep, zh } = explainRefusal(refusal);
  return { code, reason, nextStep, ...(zh ? { zh } : {}) };
}

function stateOf({ state, success }: Transaction): ActionView['state'] {
  if (state === 'failed' || state === 'cancelled') return 'failed';
  if (state !== 'executed' && state !== 'confirmed') return 'submitted';
  return success ? 'done' : 'failed';
}

/**
 * Brings actions in step with their transactions, from where the last pass ended; a reorganisation may also take one back.
 * @returns how many changes of state were looked at
 */
export async function followActions(context: VotesContext): Promise<number> {
  const { store, ledger } = context;
  const { events } = ledger.transactions;
  const [known] = await store.sql<{ cursor: string | null; open: boolean }[]>`
    select (select cursor from alliance.action_cursor) as cursor, exists (select from alliance.action) as open`;
  const after = known?.cursor ?? null;
  const changes = known?.open ? await events.read({ after, limit: batchSize, tenant: 'ledger' }) : [];
  const reached = known?.open ? changes.at(-1)?.cursor : await events.readEnd();
  if (!reached || reached === after) return 0;
  const ids = [...new Set(changes.map(({ transactionId }) => transactionId))];
  const actions = await store.sql<{ id: string; transaction_id: string; proposal: Hex | null; member: string }[]>`
    select id, transaction_id, proposal, member from alliance.action where transaction_id = any (${ids}::bigint[])`;
  const settled = await Promise.all(
    actions.map(async (action) => {
      const transaction = await ledger.transactions.read(action.transaction_id);
      if (!transaction) return null;
      const state = stateOf(transaction);
      const failure = state === 'failed' ? await explainFailure(context, transaction) : null;
      return { ...action, state, failure, hash: transaction.hash };
    }),
  );
  await store.transaction(async (tx) => {
    for (const action of settled) {
      if (!action) continue;
      const { id, state, failure, hash } = action;
      await tx`
        update alliance.action set state = ${state}, failure = ${failure && JSON.stringify(failure)}::text::jsonb,
          transaction_hash = ${hash},
          settled_at = case when ${state} = 'submitted' then null else coalesce(settled_at, now()) end
        where id = ${id}`;
    }
    await tx`
      insert into alliance.action_cursor (cursor) values (${reached})
      on conflict (singleton) do update set cursor = excluded.cursor`;
    const proposals = [...new Set(settled.flatMap((action) => action?.proposal ?? []))].slice(0, 40);
    if (settled.length > 0) {
      const news = { type: 'alliance', members: [], proposals, other: settled.some((action) => !action?.proposal) };
      await store.notify(tx, 'live', JSON.stringify(news));
    }
  });
  return changes.length;
}
