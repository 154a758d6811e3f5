import { createHash } from 'node:crypto';
import { XiangyuError } from '../../errors.ts';
import { callPlane } from '../answers/callPlane.ts';
import { answerErrors } from '../answers/errors.ts';
import { foreignWords } from '../sayInChinese.ts';
import {
  type CopiesStatement,
  type DeletedThing,
  type DeletionReceipt,
  receiptAnswerType,
  receiptType,
} from './duties.ts';
import type { DutyRow } from './dutyRow.ts';
import { takeDuty } from './dutyRow.ts';
import type { DutiesParts } from './parts.ts';

/** What a receipt proves, in the words that it carries. */
const meaning = {
  zh: '本回执证明：该部门的连接器声明并签名，于所述时间删除了其为此授权保存的上述内容。它不能证明在连接器之外没有其他副本；对连接器之外的副本，仅有该部门人员的声明。',
  en: 'This receipt proves that the connector of the department declared, and signed, that it deleted at that time what it had stored under this grant. It cannot prove that no other copy exists; of copies outside of the connector there is only the statement of the department.',
};

/** Lists what is there before anything is deleted, so that a crash between two deletions loses nothing from the receipt. */
async function plan({ house, delivery, answers }: DutiesParts, row: DutyRow): Promise<DeletedThing[]> {
  if (row.deleted) return row.deleted;
  const [stored, matches] = await Promise.all([
    delivery.holdings(row.participant, row.agreement),
    answers.holdings(row.participant, row.agreement),
  ]);
  const planned: DeletedThing[] = [
    ...stored.map(
      ({ intake, destination, digest, bytes, rows }): DeletedThing => ({
        kind: destination.kind,
        name: intake,
        digest,
        bytes,
        rows,
        method: 'absent',
      }),
    ),
    ...matches.map(
      ({ id, size }): DeletedThing => ({
        kind: 'match',
        name: id,
        digest: null,
        bytes: null,
        rows: size,
        method: 'rows deleted',
      }),
    ),
  ];
  const handedOut = stored.some((holding) => holding.handedOut);
  await house.store.sql`
    UPDATE exchange.deletion_duties SET deleted = ${JSON.stringify(planned)}::text::jsonb, handed_out = ${handedOut}
    WHERE id = ${row.id} AND deleted IS NULL`;
  return planned;
}

async function sign(
  { identity }: DutiesParts,
  row: DutyRow,
  p: { deleted: DeletedThing[]; at: Date },
): Promise<string> {
  const { statement } = row;
  const receipt: DeletionReceipt = {
    duty: row.id,
    agreement: row.agreement,
    grant: row.grant_id,
    dataset: row.dataset,
    provider: row.provider,
    consumer: row.consumer,
    ended: { at: row.ended_at.toISOString(), why: row.why },
    deletedAt: p.at.toISOString(),
    deleted: p.deleted,
    handedOut: row.handed_out ?? false,
    statement: statement && { copies: statement.copies, words: statement.words },
    meaning,
  };
  return identity.sign(row.participant, receiptType, JSON.parse(JSON.stringify(receipt)));
}

/** Stores the signed receipt with its record; `by` is the person behind a statement about copies. */
async function keepReceipt(
  parts: DutiesParts,
  row: DutyRow,
  p: { deleted: DeletedThing[]; at: Date; from: DutyRow['state']; by?: string },
): Promise<void> {
  const { house, audit } = parts;
  const jws = await sign(parts, row, p);
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.deletion_duties SET state = 'signed', jws = ${jws},
        deleted = ${JSON.stringify(p.deleted)}::text::jsonb, deleted_at = ${p.at},
        statement = ${row.statement === null ? null : JSON.stringify(row.statement)}::text::jsonb,
        next_at = ${house.now()}, attempts = 0, problem = NULL
      WHERE id = ${row.id} AND state = ${p.from} RETURNING id`;
    if (changed.length === 0) throw answerErrors.dutyInOtherState({ state: 'changed', needed: p.from });
    await audit.record(tx, {
      participant: row.participant,
      kind: 'deletion',
      outcome: 'ok',
      counterparty: row.provider,
      agreement: row.agreement,
      grant: row.grant_id,
      dataset: row.dataset,
      detail: {
        step: 'receipt',
        things: p.deleted.length,
        receiptDigest: createHash('sha256').update(jws).digest('hex'),
        copies: row.statement?.copies ?? null,
        ...(p.by === undefined ? {} : { by: p.by }),
      },
      documents: { receipt: jws },
    });
  });
}

/** Consumer: deletes what the connector stored, then signs, or waits for a person's word about copies. */
export async function deleteStored(parts: DutiesParts, row: DutyRow): Promise<void> {
  const { house, delivery, answers } = parts;
  const planned = await plan(parts, row);
  const present = new Set((await delivery.holdings(row.participant, row.agreement)).map(({ intake }) => intake));
  const deleted: DeletedThing[] = [];
  for (const thing of planned) {
    if (thing.kind === 'match' || !present.has(thing.name)) {
      // Deleted by an earlier attempt that did not come to its end, or by people before.
      deleted.push(thing);
      continue;
    }
    const { how } = await delivery.erase(row.participant, thing.name);
    deleted.push({ ...thing, method: how });
  }
  await house.store.transaction((tx) => answers.eraseHoldings(tx, row.participant, row.agreement));
  const at = house.now();
  const fresh = await takeDuty(house.store.sql, row.participant, row.id);
  if (fresh.handed_out && fresh.statement === null) {
    await house.store.sql`
      UPDATE exchange.deletion_duties SET state = 'waiting', deleted = ${JSON.stringify(deleted)}::text::jsonb,
        deleted_at = ${at}, next_at = due_at
      WHERE id = ${row.id} AND state = 'open'`;
    return;
  }
  await keepReceipt(parts, fresh, { deleted, at, from: 'open' });
}

/** Consumer: a person's word about copies outside of the connector goes into the receipt. @throws ANSWER_DUTY_IN_OTHER_STATE */
export async function confirmCopies(
  parts: DutiesParts,
  p: { participant: string; id: string; statement: CopiesStatement },
): Promise<void> {
  const row = await takeDuty(parts.house.store.sql, p.participant, p.id);
  if (row.role !== 'consumer' || row.state !== 'waiting' || row.deleted_at === null)
    throw answerErrors.dutyInOtherState({ state: row.state, needed: 'waiting' });
  await keepReceipt(
    parts,
    { ...row, statement: p.statement },
    { deleted: row.deleted ?? [], at: row.deleted_at, from: 'waiting', by: p.statement.by },
  );
}

/** Consumer: sends the receipt until the provider's signed confirmation is there. */
export async function sendReceipt(parts: DutiesParts, row: DutyRow): Promise<void> {
  const { house, identity, registry, audit } = parts;
  const entry = await registry.find(row.provider);
  if (!entry) throw answerErrors.askingFailed({ problem: 'the registry has no connector of the provider' });
  const said = await callPlane(parts, {
    participant: row.participant,
    audience: entry.did,
    url: `${entry.address}/data/receipts`,
    message: { '@type': 'xy:DeletionReceipt', receipt: row.jws },
  });
  if (!said.ok) throw answerErrors.providerRefused({ reason: said.reason }, foreignWords('reason', said.reason));
  const received = typeof said.body.received === 'string' ? said.body.received : '';
  const { payload } = await identity.verify(received, { did: entry.did, type: receiptAnswerType });
  const digest = createHash('sha256')
    .update(row.jws ?? '')
    .digest('hex');
  if (payload.receiptDigest !== digest) throw answerErrors.answerRefused({ problem: 'it confirms another receipt' });
  await house.store.transaction(async (tx) => {
    const changed = await tx`
      UPDATE exchange.deletion_duties SET state = 'received', acknowledgement = ${received}, problem = NULL
      WHERE id = ${row.id} AND state = 'signed' RETURNING id`;
    if (changed.length === 0) return;
    await audit.record(tx, {
      participant: row.participant,
      kind: 'deletion',
      outcome: 'ok',
      counterparty: row.provider,
      agreement: row.agreement,
      grant: row.grant_id,
      dataset: row.dataset,
      detail: { step: 'confirmed', receiptDigest: digest },
      documents: { receipt: received },
    });
  });
}

/** What is kept of a failed attempt. */
export const problemOf = (error: unknown): string =>
  error instanceof XiangyuError ? error.reason.slice(0, 500) : 'it failed unexpectedly; the log has the cause';
