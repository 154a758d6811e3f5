import { type Hex, keccak256 } from 'viem';
import type { CallRow } from './callRow.ts';
import { grantErrors } from './errors.ts';
import { findSigner } from './findSigner.ts';
import { finishCall } from './finishCall.ts';
import type { GrantsContext } from './grantsContext.ts';
import { askChain, lookUp, readSequence } from './lookUp.ts';
import { type Refusal, readRefusal } from './readRefusal.ts';
import { signCall } from './signCall.ts';

/** How soon a carried message is looked for on the chain, and when it is given to the carrier again. */
const lookMs = 300;

/** Brings one message a step further: signs it, hands it over, looks for it on the chain. @throws retryable errors */
export async function carryCall(context: GrantsContext, row: CallRow): Promise<void> {
  const { house, relay } = context;
  const { sql } = house.store;
  const { number, participant } = row;
  const isThere = await isOnChain(context, row);
  const outcome = row.reference ? await relay.outcome({ reference: row.reference, participant }) : null;
  if (isThere) return finishCall(context, row, { state: 'done', transaction: outcome?.transaction ?? null });
  const dueAt = () => new Date(house.now().getTime() + lookMs);
  if (row.state === 'carried' && outcome && outcome.state !== 'failed') {
    await sql`UPDATE exchange.grant_calls SET due_at = ${dueAt()} WHERE number = ${number}`;
    return;
  }
  const contract = await askChain(context.chain.contract);
  const isSigned = row.data !== null && row.contract === contract;
  const signed = isSigned ? { contract, data: row.data as Hex } : await signCall(context, sql, { call: row, contract });
  const refusal = await readRefusal(context.chain, signed);
  if (refusal) return judge(context, row, refusal);
  // The same key while it is not known what became of it, so that an answer that was lost costs nothing.
  const attempt = row.attempt + (outcome?.state === 'failed' ? 1 : 0);
  const key = `${keccak256(signed.data)}#${attempt}`;
  const reference = await relay.submit({ to: contract, data: signed.data, key, participant });
  const carried = { ...signed, reference, attempt, state: 'carried', due_at: dueAt(), failures: 0, problem: null };
  await sql`UPDATE exchange.grant_calls SET ${sql(carried)} WHERE number = ${number}`;
}

/** Whether the chain shows what the message says. A newer message of the same party has done its work too. */
async function isOnChain({ chain, house }: GrantsContext, row: CallRow): Promise<boolean> {
  if (row.kind === 'issue') return (await lookUp(chain, row.grant_id)).stage !== 0;
  if (row.state !== 'carried') return false;
  const { signer } = await findSigner(house.store.sql, { participant: row.participant, grant: row.grant_id });
  return (await readSequence(chain, row.grant_id, signer)) >= Number(row.sequence);
}

/** What the contract would say to the message decides what becomes of it. */
async function judge(context: GrantsContext, row: CallRow, refusal: Refusal): Promise<void> {
  const { house } = context;
  switch (refusal.name) {
    case 'AlreadyIssued':
      return finishCall(context, row, { state: 'done', transaction: null });
    case 'GrantEnded':
    case 'NotHeld':
      return finishCall(context, row, { state: 'overtaken', problem: refusal.text });
    case 'UnknownGrant':
      // The issuance is still on its way, from here or from the provider.
      throw grantErrors.pending();
    case 'StaleSequence': {
      // The department signed later messages elsewhere, such as before its database was restored: this one is signed anew.
      const sequence = refusal.latest + 1;
      await house.store.sql`
        UPDATE exchange.grant_calls SET sequence = ${sequence}, data = NULL, contract = NULL, reference = NULL, state = 'waiting'
        WHERE number = ${row.number}`;
      return;
    }
    case '':
      // Not the contract's own refusal, such as too little gas: tried again.
      throw grantErrors.chainSilent({ problem: refusal.text });
    default:
      return finishCall(context, row, { state: 'failed', problem: refusal.text });
  }
}
