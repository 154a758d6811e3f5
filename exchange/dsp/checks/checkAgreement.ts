import { canonicalizeJson } from '../../../proof/index.ts';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import type { DspContext } from '../context.ts';
import { dspErrors } from '../errors.ts';
import { rulesOf } from '../messages/makeAgreement.ts';
import { type NegotiationRow, toNegotiation } from '../store/rows.ts';

/** How far clocks may be apart. */
const skewMs = 5 * 60_000;

/** Differences between rules that a hook did not accept. */
async function findDifferences(
  context: DspContext,
  tx: Tx,
  { row, agreement }: { row: NegotiationRow; agreement: JsonObject },
): Promise<string[]> {
  if (canonicalizeJson(rulesOf(agreement)) === canonicalizeJson(rulesOf(row.offer))) return [];
  const judges = context.hooks.filter(({ checkTerms }) => checkTerms !== undefined);
  if (judges.length === 0) return ['its rules are not those of the offer on the table'];
  const found = [];
  for (const judge of judges) found.push(...((await judge.checkTerms?.(tx, toNegotiation(row), agreement)) ?? []));
  return found;
}

/**
 * A consumer takes an agreement only between the two sides, about the dataset, made now, and with the rules of the offer on
 * the table (2025-1, §Contract Agreement Message). @throws DSP_AGREEMENT_WRONG
 */
export async function checkAgreement(
  context: DspContext,
  tx: Tx,
  { row, message }: { row: NegotiationRow; message: JsonObject },
): Promise<void> {
  const agreement = message.agreement as JsonObject;
  const { did } = await context.identity.ensure(row.participant);
  const problems: string[] = [];
  if (agreement.target !== row.dataset) problems.push(`target is not ${row.dataset}`);
  if (agreement.assigner !== row.counterparty_did) problems.push(`assigner is not ${row.counterparty_did}`);
  if (agreement.assignee !== did) problems.push(`assignee is not ${did}`);
  const at = Date.parse(String(agreement.timestamp));
  if (!(at <= context.house.now().getTime() + skewMs)) problems.push('timestamp lies in the future');
  if (at < row.created_at.getTime() - skewMs) problems.push('timestamp lies before the negotiation');
  const [known] = await tx`
    SELECT 1 FROM exchange.negotiations
    WHERE participant = ${row.participant} AND agreement_id = ${String(agreement['@id'])} AND id <> ${row.id}`;
  if (known) problems.push('its @id is that of another agreement');
  if (problems.length === 0) problems.push(...(await findDifferences(context, tx, { row, agreement })));
  if (problems.length > 0) throw dspErrors.agreementWrong({ problem: problems.join('; ') });
}
