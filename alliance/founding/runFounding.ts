import { setTimeout as pause } from 'node:timers/promises';
import { decodeFunctionResult, encodeFunctionData, type Hex } from 'viem';
import { memberRegistryAbi as abi } from '../../contracts/generated/MemberRegistry.ts';
import { holdLeadership, type Tx } from '../../store/index.ts';
import type { Charter } from './charter.ts';
import { deployAlliance } from './deployAlliance.ts';
import { enrolFounders } from './enrolFounders.ts';
import { charterOf, type FoundingContext, type FoundingRow, foundingChannel, readFounding } from './foundingContext.ts';

const busyMs = 400;
const troubleMs = 2_000;
const idleMs = 10_000;

/** Makes organisations of the founders that the platform does not know yet; the chain says from then on where each stands. */
async function insertMembers(tx: Tx, { founders }: Charter): Promise<void> {
  const rows = founders.map(({ slug, kinds, did, profile }) => ({
    slug,
    name_zh: profile.name.zh,
    name_en: profile.name.en,
    kind: kinds[0] ?? 'enterprise',
    kinds,
    did: did === '' ? null : did,
    standing: 'admitted',
  }));
  await tx`
    INSERT INTO alliance.member ${tx(rows)}
    ON CONFLICT (slug) DO UPDATE SET kinds = EXCLUDED.kinds, did = coalesce(member.did, EXCLUDED.did),
      standing = EXCLUDED.standing`;
}

async function complete({ store, ledger, logger }: FoundingContext, row: FoundingRow): Promise<void> {
  const registry = row.registry as Hex;
  const data = await ledger.reads.call(registry, encodeFunctionData({ abi, functionName: 'isFounded' }));
  if (!decodeFunctionResult({ abi, functionName: 'isFounded', data })) return;
  await store.transaction(async (tx) => {
    const [done] = await tx`
      UPDATE alliance.founding SET step = 'founded', founded_at = now() WHERE id = ${row.id} AND step = 'signing'
      RETURNING id`;
    if (done) await insertMembers(tx, charterOf(row));
  });
  logger.info({ governor: row.governor }, 'the alliance is founded');
}

/** Offers the evidence log to the alliance, for good: from then on its witnesses are set by vote. */
async function handOver({ store, ledger }: FoundingContext, row: FoundingRow): Promise<void> {
  await ledger.handOverLog(row.governor as Hex);
  await store.sql`UPDATE alliance.founding SET log_offered_at = now() WHERE id = ${row.id}`;
}

/** Takes every step that can be taken now. @returns whether there will be more to do */
async function advanceFounding(context: FoundingContext): Promise<boolean> {
  const row = await readFounding(context.store.sql);
  if (!row) return false;
  if (row.step === 'deploying') await deployAlliance(context, row);
  else if (row.step === 'signing' && (await enrolFounders(context, row))) await complete(context, row);
  else if (row.step === 'founded' && !row.log_offered_at) await handOver(context, row);
  return row.step !== 'founded' || !row.log_offered_at;
}

/**
 * Carries a founding on until the signal aborts, in one of all processes. Each step reads where the founding is and writes its
 * transaction together with its row, so that it goes on after a crash at any moment.
 */
export async function runFounding(context: FoundingContext, signal: AbortSignal): Promise<void> {
  const { store, logger } = context;
  const run = async (leading: AbortSignal) => {
    let wake = new AbortController();
    const rouse = () => wake.abort();
    const stop = await store.listen(foundingChannel, rouse, rouse);
    leading.addEventListener('abort', rouse, { once: true });
    let known = '';
    while (!leading.aborted) {
      wake = new AbortController();
      const waitMs = await advanceFounding(context).then(
        (more) => {
          known = '';
          return more ? busyMs : idleMs;
        },
        (error: unknown) => {
          const message = String(error);
          if (!leading.aborted && message !== known)
            logger.warn({ err: error }, 'the founding does not go on; trying again');
          known = message;
          return troubleMs;
        },
      );
      if (leading.aborted) break;
      await pause(waitMs, undefined, { signal: wake.signal }).catch(() => undefined);
    }
    await stop();
  };
  await holdLeadership({ store, role: 'alliance.founding', signal, logger, run });
}
