import type { Hex } from 'viem';
import { canonicalizeJson } from '../../proof/index.ts';
import type { JsonObject } from '../house.ts';
import { sayInChinese } from '../sayInChinese.ts';
import { type CallRow, reasonDigest } from './callRow.ts';
import { grantErrors } from './errors.ts';
import { ownKeyOf } from './findSigner.ts';
import { type FoldedGrant, foldEvents } from './foldEvents.ts';
import { type GrantRow, toGrant } from './grantRow.ts';
import type { Grant } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';
import type { GrantEvent } from './readEvents.ts';
import { type ChainTerms, termsToJson } from './terms.ts';

/** An act upon a grant, as the own department decided it or the chain shows it; the two are one line when both are known. */
export interface HistoryLine {
  act: CallRow['kind'];
  /** Chain key of who signed. */
  by: Hex;
  sequence: number;
  /** In words where the own department gave it; else null. */
  reason: string | null;
  /** What the chain holds of it. */
  reasonDigest: Hex | null;
  /** Of the own message; `seen` for what others did. */
  state: CallRow['state'] | 'seen';
  problem: string | null;
  /** The problem in Chinese; null where there is none, or it has no words of ours. */
  problemZh: string | null;
  actor: string | null;
  decidedAt: string | null;
  transaction: Hex | null;
  blockNumber: number | null;
}

/** A grant with what the chain shows of it. */
export interface GrantFacts {
  grant: Grant | null;
  evmChainId: number;
  contract: Hex | null;
  /** Null: not on the chain yet. */
  onChain: FoldedGrant | null;
  terms: ChainTerms | null;
  history: HistoryLine[];
  keysReleased: number;
}

interface EventRow {
  block_number: string;
  transaction: Hex;
  kind: GrantEvent['kind'];
  by_address: Hex;
  sequence: string;
  reason: Hex | null;
  terms: ChainTerms | null;
}

/** A grant of the own department, or one that names it as data authority. @throws GRANT_UNKNOWN */
export async function readFacts(
  { house, chain, identity }: GrantsContext,
  { participant, id }: { participant: string; id: Hex },
): Promise<GrantFacts> {
  const { sql } = house.store;
  const [[row], events, calls, [released], ownKeys] = await Promise.all([
    sql<GrantRow[]>`SELECT * FROM exchange.grants WHERE participant = ${participant} AND id = ${id}`,
    sql<EventRow[]>`
      SELECT block_number, transaction, kind, by_address, sequence, reason, terms FROM exchange.grant_events
      WHERE grant_id = ${id} ORDER BY block_number, log_index`,
    sql<CallRow[]>`
      SELECT * FROM exchange.grant_calls WHERE participant = ${participant} AND grant_id = ${id} ORDER BY number`,
    sql<{ count: number }[]>`
      SELECT count(*)::int FROM exchange.key_releases WHERE participant = ${participant} AND grant_id = ${id}`,
    identity.chainAddresses(participant),
  ]);
  const onChain = foldEvents(
    events.map((event) => ({ ...event, by: event.by_address, blockNumber: Number(event.block_number) })),
  );
  const arbiter = onChain?.terms.arbiter;
  const own = row ? ownKeyOf(row) : arbiter && ownKeys.includes(arbiter) ? arbiter : null;
  if (!own) throw grantErrors.unknown({ id });
  const keyOf = (by: Hex, kind: string, sequence: string) => `${by}/${kind}/${sequence}`;
  const shown = new Map(events.map((event) => [keyOf(event.by_address, event.kind, event.sequence), event]));
  const ownLines = calls.map((call): HistoryLine => {
    const key = keyOf(own, call.kind, call.sequence);
    const event = shown.get(key);
    shown.delete(key);
    return {
      act: call.kind,
      by: own,
      sequence: Number(call.sequence),
      reason: call.reason,
      reasonDigest: call.reason === null ? null : reasonDigest(call),
      state: call.state,
      problem: call.problem,
      problemZh: sayInChinese(call.problem),
      actor: call.actor,
      decidedAt: call.created_at.toISOString(),
      transaction: event?.transaction ?? call.transaction,
      blockNumber: event ? Number(event.block_number) : null,
    };
  });
  const otherLines = [...shown.values()].map(
    (event): HistoryLine => ({
      act: event.kind,
      by: event.by_address,
      sequence: Number(event.sequence),
      reason: null,
      reasonDigest: event.reason,
      state: 'seen',
      problem: null,
      problemZh: null,
      actor: null,
      decidedAt: null,
      transaction: event.transaction,
      blockNumber: Number(event.block_number),
    }),
  );
  const placeOf = ({ blockNumber }: HistoryLine) => blockNumber ?? Number.MAX_SAFE_INTEGER;
  return {
    grant: row ? toGrant(row) : null,
    evmChainId: chain.evmChainId,
    contract: chain.known,
    onChain,
    terms: row?.terms ?? onChain?.terms ?? null,
    history: [...ownLines, ...otherLines].sort((one, other) => placeOf(one) - placeOf(other)),
    keysReleased: released?.count ?? 0,
  };
}

/**
 * What an evidence bundle says of an agreement's grant: the facts in clear, the salt that opens the commitments, the terms as the
 * contract holds them, and where on the chain that is. Null without a grant.
 */
export async function readEvidence(
  context: GrantsContext,
  { participant, agreement }: { participant: string; agreement: string },
): Promise<JsonObject | null> {
  const [row] = await context.house.store.sql<GrantRow[]>`
    SELECT * FROM exchange.grants WHERE participant = ${participant} AND agreement = ${agreement}`;
  if (!row) return null;
  const { id, provider, consumer, dataset, version, purpose, items, salt, policy_digest, terms } = row;
  const { evmChainId, contract, onChain, history } = await readFacts(context, { participant, id });
  const { notBefore, notAfter, maxCount, state } = toGrant(row);
  const evidence = {
    id,
    agreement,
    provider,
    consumer,
    dataset,
    version,
    purpose,
    items,
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    maxCount,
    policyDigest: policy_digest,
    salt,
    state,
    chain: {
      evmChainId,
      contract,
      terms: termsToJson(onChain?.terms ?? terms),
      transaction: onChain?.transaction ?? null,
      acts: history.flatMap(({ act, by, sequence, reasonDigest: reason, transaction, blockNumber }) =>
        blockNumber === null ? [] : [{ act, by, sequence, reason, transaction, blockNumber }],
      ),
    },
  };
  return JSON.parse(canonicalizeJson(evidence)) as JsonObject;
}
