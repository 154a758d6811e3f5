import type { Tx } from '../../store/index.ts';
import { type CallRow, reasonDigest } from './callRow.ts';
import { changeGrant, type GrantChange } from './changeGrant.ts';
import { grantErrors } from './errors.ts';
import { type GrantRow, holds, openStates } from './grantRow.ts';
import type { ArbitrateParameters, Grant, GrantActParameters } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';
import { insertCall } from './insertCall.ts';
import type { ChainTerms } from './terms.ts';
import type { ActKind } from './typedData.ts';

const rules: Record<ActKind, { by: GrantRow['role']; change: (row: GrantRow) => GrantChange }> = {
  // What stops data is in force here before the chain has heard of it.
  suspend: { by: 'provider', change: () => ({ held_here: true }) },
  // What lets them flow again is not, but once the chain has executed it, see `finishCall`.
  resume: { by: 'provider', change: () => ({}) },
  revoke: { by: 'provider', change: () => ({ ended_here: 'revoked' }) },
  renounce: { by: 'consumer', change: () => ({ ended_here: 'renounced' }) },
};

function findProblem(row: GrantRow, kind: ActKind): string | null {
  if (row.role !== rules[kind].by) return `only the ${rules[kind].by} may ${kind} it`;
  if (!openStates.includes(row.state)) return `it is ${row.state}`;
  if (kind === 'resume' && !row.held_here && (row.chain_holds & holds.provider) === 0)
    return row.chain_holds === 0 ? 'it is not suspended' : 'the data authority suspended it';
  return null;
}

/** A party's act: in force here at once as far as it stops data, and on its way to the chain. See `Grants.suspend` and the like. */
export async function actOnGrant(
  context: GrantsContext,
  kind: ActKind,
  { participant, id, reason, actor }: GrantActParameters,
  tx?: Tx,
): Promise<Grant> {
  if (!tx)
    return context.house.store.transaction((own) =>
      actOnGrant(context, kind, { participant, id, reason, ...(actor === undefined ? {} : { actor }) }, own),
    );
  let counterparty = '';
  const grant = await changeGrant(context, tx, { participant, id }, (row) => {
    const problem = findProblem(row, kind);
    if (problem) throw grantErrors.actNotAllowed({ problem });
    counterparty = row.role === 'provider' ? row.consumer : row.provider;
    return { ...rules[kind].change(row), reason };
  });
  const call = await insertCall(context, tx, { participant, grant: id, kind, reason, actor });
  await recordAct(context, tx, {
    call,
    actor,
    facts: { counterparty, agreement: grant.agreement, dataset: grant.dataset, purpose: grant.purpose },
  });
  return grant;
}

/** The data authority's act upon a grant of others that names it. See `Grants.arbitrate`. */
export async function arbitrate(
  context: GrantsContext,
  { participant, id, act, reason, actor }: ArbitrateParameters,
): Promise<void> {
  const { house, identity } = context;
  const own = await identity.chainAddresses(participant);
  await house.store.transaction(async (tx) => {
    const [found] = await tx<{ terms: ChainTerms; holds: number; stage: number }[]>`
      SELECT terms, holds, stage FROM exchange.chain_grants WHERE id = ${id}`;
    if (!found) throw grantErrors.unknown({ id });
    if (!own.includes(found.terms.arbiter))
      throw grantErrors.actNotAllowed({ problem: 'it names another data authority, or none' });
    if (found.stage !== 1) throw grantErrors.actNotAllowed({ problem: 'it has ended' });
    const call = await insertCall(context, tx, { participant, grant: id, kind: act, reason, actor });
    await recordAct(context, tx, { call, actor, facts: {} });
  });
}

interface Act {
  call: CallRow;
  actor: string | undefined;
  facts: { counterparty?: string; agreement?: string; dataset?: string; purpose?: string };
}

async function recordAct({ audit }: GrantsContext, tx: Tx, { call, actor, facts }: Act): Promise<void> {
  await audit.record(tx, {
    participant: call.participant,
    kind: 'act',
    outcome: 'ok',
    ...facts,
    grant: call.grant_id,
    // The words may name people; the chain and the record hold their salted digest.
    detail: { act: call.kind, sequence: Number(call.sequence), reason: reasonDigest(call), actor: actor ?? null },
  });
}
