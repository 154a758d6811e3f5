import { setTimeout as pause } from 'node:timers/promises';
import { holdLeadership } from '../../store/index.ts';
import type { Audit } from '../audit/audit.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Dsp, InnerState, TransferState } from '../dsp/dsp.ts';
import type { House } from '../house.ts';
import type { ConnectorEntry, Registry } from '../registry/registry.ts';
import { type GrantRow, openStates, toGrant } from './grantRow.ts';
import type { Grants } from './grants.ts';
import { judgeTransfer, type TransferJudgement } from './judgeTransfer.ts';

/** What the policy monitor stands on. */
export interface WatchTransfersParameters {
  house: House;
  grants: Pick<Grants, 'onChange'>;
  registry: Pick<Registry, 'find'>;
  dsp: Pick<Dsp, 'suspend' | 'resume' | 'terminateTransfer' | 'retireAgreement'>;
  delivery: Pick<Delivery, 'stop' | 'resume'>;
  audit: Pick<Audit, 'recordAlone'>;
}

/** The policy monitor. */
export interface TransferWatch {
  /** Looks at every transfer that is not over, once; gives how many it stopped or let go on. */
  look(): Promise<number>;
  /** Looks every second until the signal aborts, in one process of all. */
  run(signal: AbortSignal): Promise<void>;
}

const everyMs = 1_000;

interface Watched extends GrantRow {
  transfer: string;
  transfer_state: TransferState;
  transfer_format: string;
  inner_state: InnerState;
  counterparty_slug: string;
  /** Code by which this monitor suspended it. */
  suspended_for: string | null;
}

/**
 * Opens the policy monitor: transfers whose grant ends, is suspended or is not what the policy allows any more are stopped here at
 * once and by the protocol, and those that it suspended go on when the reason is gone. Agreements of ended grants are retired in
 * the transaction that ends them.
 */
export function openTransferWatch(parts: WatchTransfersParameters): TransferWatch {
  const { house, grants, dsp, registry } = parts;
  const { store } = house;
  const { logger } = house.context;

  grants.onChange(async (tx, { participant, agreement, state }) => {
    if (state !== 'pending' && !openStates.includes(state)) await dsp.retireAgreement(tx, participant, agreement);
  });

  async function look(): Promise<number> {
    const rows = await store.sql<Watched[]>`
      SELECT grants.*, transfers.id AS transfer, transfers.state AS transfer_state,
        transfers.format AS transfer_format, transfers.inner_state,
        transfers.counterparty_slug, watched.code AS suspended_for
      FROM exchange.transfers
      JOIN exchange.grants ON grants.participant = transfers.participant AND grants.agreement = transfers.agreement_id
      LEFT JOIN exchange.watched_transfers AS watched
        ON watched.participant = transfers.participant AND watched.transfer = transfers.id::text
      WHERE transfers.inner_state <> 'done' AND transfers.state IN ('REQUESTED', 'STARTED', 'SUSPENDED')
        AND transfers.termination IS NULL`;
    const standings = new Map<string, Promise<ConnectorEntry['state'] | null>>();
    const standingOf = (slug: string) => {
      const known = standings.get(slug);
      if (known) return known;
      const asking = registry.find(slug).then(
        (entry) => entry?.state ?? null,
        () => null,
      );
      standings.set(slug, asking);
      return asking;
    };
    let acted = 0;
    for (const row of rows) {
      const counterparty = await standingOf(row.counterparty_slug);
      const judgement = judgeTransfer({
        grant: toGrant(row),
        state: row.transfer_state,
        format: row.transfer_format,
        counterparty,
        at: house.now(),
      });
      try {
        if (await carryOut(parts, row, judgement)) acted += 1;
      } catch (error) {
        logger.warn({ err: error, transfer: row.transfer }, 'a transfer could not be stopped by the protocol yet');
      }
    }
    return acted;
  }

  return {
    look,
    run: (signal) =>
      holdLeadership({
        store,
        role: 'exchange/policy-monitor',
        signal,
        logger,
        async run(leading) {
          while (!leading.aborted) {
            await look().catch((error: unknown) => logger.warn({ err: error }, 'transfers could not be looked at'));
            await pause(everyMs, undefined, { signal: leading }).catch(() => undefined);
          }
        },
      }),
  };
}

/** Stops or goes on with one transfer; gives whether there was anything to do. */
async function carryOut(parts: WatchTransfersParameters, row: Watched, judgement: TransferJudgement): Promise<boolean> {
  const { house, dsp, delivery } = parts;
  const { sql } = house.store;
  const { participant, transfer, transfer_state: state, inner_state: inner, suspended_for: code } = row;
  const step = { participant, id: transfer };
  const forget = () =>
    sql`DELETE FROM exchange.watched_transfers WHERE participant = ${participant} AND transfer = ${transfer}`;
  if (judgement.do === 'continue') {
    if (code === null || state !== 'SUSPENDED' || inner === 'sending') return false;
    await dsp.resume(step);
    await delivery.resume(participant, transfer);
    await forget();
    await tell(parts, row, { do: 'resume', code });
    return true;
  }
  if (judgement.do === 'suspend') {
    if (state !== 'STARTED' || inner === 'sending') return false;
    // Here first: data stop even when the other side does not answer.
    await delivery.stop(participant, transfer, judgement.code);
    await sql`
      INSERT INTO exchange.watched_transfers (participant, transfer, code, since)
      VALUES (${participant}, ${transfer}, ${judgement.code}, ${house.now()})
      ON CONFLICT (participant, transfer) DO UPDATE SET code = EXCLUDED.code`;
    await dsp.suspend({ ...step, code: judgement.code, reason: [judgement.reason] });
  } else {
    await delivery.stop(participant, transfer, judgement.code);
    await dsp.terminateTransfer({ ...step, code: judgement.code, reason: [judgement.reason] });
    await forget();
  }
  await tell(parts, row, judgement);
  return true;
}

async function tell(
  { audit }: WatchTransfersParameters,
  row: Watched,
  { do: action, code }: { do: string; code: string },
): Promise<void> {
  const { participant, id, agreement, dataset, purpose, transfer } = row;
  const counterparty = row.role === 'provider' ? row.consumer : row.provider;
  const facts = { participant, counterparty, agreement, transfer, grant: id, dataset, purpose };
  await audit.recordAlone({ ...facts, kind: 'decision', outcome: 'ok', detail: { monitor: action, code } });
}
