import { createHash } from 'node:crypto';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { XiangyuError } from '../../errors.ts';
import { answerErrors } from '../answers/errors.ts';
import { readMessage } from '../answers/questionMessage.ts';
import type { Caller } from '../identity/identity.ts';
import { type DeletionReceipt, type ReceiptCall, receiptAnswerType, receiptType } from './duties.ts';
import type { DutyRow } from './dutyRow.ts';
import type { DutiesParts } from './parts.ts';

const message = Compile(
  Type.Object({
    '@type': Type.Literal('xy:DeletionReceipt'),
    receipt: Type.String({ minLength: 1, maxLength: 200_000 }),
  }),
);
const shape = Compile(
  Type.Object({
    grant: Type.String(),
    agreement: Type.String(),
    deletedAt: Type.String(),
    handedOut: Type.Boolean(),
    deleted: Type.Array(Type.Object({ kind: Type.String(), name: Type.String(), method: Type.String() })),
    statement: Type.Union([Type.Null(), Type.Object({ copies: Type.String(), words: Type.String() })]),
  }),
);

/** The receipt as its signer wrote it. @throws ANSWER_RECEIPT_REFUSED */
async function readReceipt({ identity, registry }: DutiesParts, caller: Caller, jws: string): Promise<DeletionReceipt> {
  const { did, payload } = await identity.verify(jws, { type: receiptType }).catch((cause: unknown) => {
    throw answerErrors.receiptRefused({ problem: 'its signature is wrong' }, { cause });
  });
  // The connector's key may have changed between signing and sending.
  const signer = did === caller.did ? caller.slug : (await registry.find(did))?.slug;
  if (signer !== caller.slug) throw answerErrors.receiptRefused({ problem: 'another connector signed it' });
  const [fault] = shape.Errors(payload);
  if (fault) throw answerErrors.receiptRefused({ problem: `${fault.instancePath || '/'} ${fault.message}` });
  return payload as unknown as DeletionReceipt;
}

/** Closes the duty and confirms; the same receipt again gets the same confirmation. */
async function close(
  { house, identity, grants, audit }: DutiesParts,
  p: { participant: string; caller: Caller; receipt: DeletionReceipt; jws: string },
): Promise<string> {
  const { participant, caller, receipt, jws } = p;
  const grant = await grants.readByAgreement(participant, receipt.agreement);
  if (grant?.role !== 'provider' || grant.id !== receipt.grant || grant.consumerSlug !== caller.slug)
    throw answerErrors.receiptRefused({ problem: 'there is no such grant between the two departments' });
  const digest = createHash('sha256').update(jws).digest('hex');
  const received = await identity.sign(participant, receiptAnswerType, {
    receiptDigest: digest,
    grant: grant.id,
    at: house.now().toISOString(),
  });
  return house.store.transaction(async (tx) => {
    const [row] = await tx<DutyRow[]>`
      SELECT * FROM exchange.deletion_duties
      WHERE participant = ${participant} AND role = 'provider' AND grant_id = ${grant.id} FOR UPDATE`;
    // The consumer may have heard of the end first; it sends the receipt again.
    if (!row) throw answerErrors.dutyNotOpen();
    if (row.state === 'received') {
      if (row.jws !== jws) throw answerErrors.dutyInOtherState({ state: 'closed by another receipt', needed: 'open' });
      return row.acknowledgement ?? received;
    }
    await tx`
      UPDATE exchange.deletion_duties SET state = 'received', jws = ${jws}, acknowledgement = ${received},
        deleted = ${JSON.stringify(receipt.deleted)}::text::jsonb, deleted_at = ${new Date(receipt.deletedAt)},
        handed_out = ${receipt.handedOut},
        statement = ${receipt.statement === null ? null : JSON.stringify(receipt.statement)}::text::jsonb
      WHERE id = ${row.id}`;
    await audit.record(tx, {
      participant,
      kind: 'deletion',
      outcome: 'ok',
      counterparty: caller.did,
      agreement: grant.agreement,
      grant: grant.id,
      dataset: grant.dataset,
      detail: {
        step: 'received',
        receiptDigest: digest,
        things: receipt.deleted.length,
        copies: receipt.statement?.copies ?? null,
        late: row.escalation > 0,
      },
      documents: { receipt: jws },
    });
    return received;
  });
}

/**
 * Provider: takes a deletion receipt of a consumer's connector and confirms it with a signature.
 * @throws AUDIT_ANCHORING_LATE, CONNECTOR_…, ANSWER_REQUEST_INVALID, ANSWER_RECEIPT_REFUSED; ANSWER_DUTY_NOT_OPEN (retryable)
 */
export async function receiveReceipt(parts: DutiesParts, call: ReceiptCall): Promise<{ received: string }> {
  const { audit, identity } = parts;
  const { participant, authorization, method, path, body } = call;
  let caller: Caller | null = null;
  try {
    audit.assertAccepting(participant);
    caller = await identity.checkToken({ slug: participant, authorization, method, path, body });
    const { receipt: jws } = readMessage<{ receipt: string }>(message, body);
    const receipt = await readReceipt(parts, caller, jws);
    if (Number.isNaN(Date.parse(receipt.deletedAt)))
      throw answerErrors.receiptRefused({ problem: '/deletedAt is no time' });
    return { received: await close(parts, { participant, caller, receipt, jws }) };
  } catch (error) {
    const known = error instanceof XiangyuError ? error : null;
    if (!known?.retryable)
      await audit.recordAlone({
        participant,
        kind: 'deletion',
        outcome: known && known.status < 500 ? 'refused' : 'failed',
        counterparty: caller?.did,
        detail: { step: 'receipt', code: known?.code ?? 'INTERNAL' },
      });
    throw error;
  }
}
