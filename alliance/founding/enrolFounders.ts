import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi as abi } from '../../contracts/generated/MemberRegistry.ts';
import { explainRefusal } from '../chain/explainRefusal.ts';
import { wordsOfError } from '../words.ts';
import { encodeEnrolment } from './collectSignature.ts';
import { charterOf, type FounderRow, type FoundingContext, type FoundingRow, readFounders } from './foundingContext.ts';

async function isEnrolled({ ledger }: FoundingContext, registry: Hex, id: Hex): Promise<boolean> {
  const call = encodeFunctionData({ abi, functionName: 'memberOf', args: [id] });
  const data = await ledger.reads.call(registry, call);
  return decodeFunctionResult({ abi, functionName: 'memberOf', data }).status !== 0;
}

/** Looks what became of the transactions on their way; one that failed may have been overtaken by somebody else's. */
async function settle(context: FoundingContext, registry: Hex, founders: readonly FounderRow[]): Promise<void> {
  const { store, ledger, logger } = context;
  const waiting = founders.filter((founder) => founder.enrol_transaction && !founder.enrolled_at);
  if (waiting.length === 0) return;
  const ids = waiting.map(({ enrol_transaction }) => enrol_transaction as string);
  const done: string[] = [];
  for (const [index, founder] of waiting.entries()) {
    const sent = await ledger.transactions.read(ids[index] as string);
    if (!sent || !['executed', 'confirmed', 'failed', 'cancelled'].includes(sent.state)) continue;
    if (sent.success || (await isEnrolled(context, registry, founder.member_id))) {
      done.push(founder.slug);
      continue;
    }
    const reason = sent.lastError ?? sent.reason ?? 'it failed';
    const { en: problem, zh } = wordsOfError(explainRefusal({ reason, data: sent.revertData }));
    logger.warn({ founder: founder.slug, problem }, 'a founder could not take its place; trying again');
    await store.sql`
      UPDATE alliance.founder SET enrol_transaction = NULL, problem = ${problem}, problem_zh = ${zh}
      WHERE founding = ${founder.founding} AND slug = ${founder.slug}`;
  }
  if (done.length === 0) return;
  await store.sql`
    UPDATE alliance.founder SET enrolled_at = now(), problem = NULL, problem_zh = NULL
    WHERE founding = ${waiting[0]?.founding ?? null} AND slug = ANY (${done})`;
}

const mostAttempts = 20;

/** Sends the enrolments of all who signed and are not on their way, in one batch with their rows. */
async function send(context: FoundingContext, row: FoundingRow, registry: Hex, founders: readonly FounderRow[]) {
  const { store, ledger } = context;
  const ready = founders.flatMap((founder) =>
    founder.signature && !founder.enrol_transaction && !founder.enrolled_at && founder.attempts < mostAttempts
      ? [{ ...founder, signature: founder.signature }]
      : [],
  );
  if (ready.length === 0) return;
  const encode = encodeEnrolment(charterOf(row));
  await store.transaction(async (tx) => {
    const submitted = await ledger.transactions.submitMany(
      ready.map(({ slug, signature, attempts }) => ({
        tenant: 'ledger',
        idempotencyKey: `alliance:enrol:${registry}:${slug}#${attempts + 1}`,
        signer: ledger.treasuryAddress,
        to: registry,
        data: encode(slug, signature),
      })),
      tx,
    );
    for (const [index, { slug }] of ready.entries()) {
      await tx`
        UPDATE alliance.founder SET enrol_transaction = ${submitted[index]?.transactionId ?? null}, attempts = attempts + 1
        WHERE founding = ${row.id} AND slug = ${slug}`;
    }
  });
}

/** Takes the founders' places on the chain for those that signed. @returns whether all of them have theirs */
export async function enrolFounders(context: FoundingContext, row: FoundingRow): Promise<boolean> {
  const registry = row.registry as Hex;
  await settle(context, registry, await readFounders(context.store.sql, row.id));
  const founders = await readFounders(context.store.sql, row.id);
  await send(context, row, registry, founders);
  return founders.every(({ enrolled_at }) => enrolled_at !== null);
}
