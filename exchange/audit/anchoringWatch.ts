import type { House } from '../house.ts';
import { auditErrors } from './errors.ts';
import type { Notary } from './notary.ts';

/** How far a participant's records have come. */
export interface AnchoringState {
  participant: string;
  /** Records in the chain, and how many of them from the first on are under an anchored checkpoint. */
  chained: number;
  anchored: number;
  /** Written, not chained yet. */
  waiting: number;
  /** Time of the oldest record that is not anchored; null when all are. */
  oldestPending: Date | null;
}

/** Keeps an eye on how late anchoring is. */
export interface AnchoringWatch {
  /** Moves on over what was anchored and remembers what is oldest. */
  refresh(participant?: string): Promise<void>;
  read(participant: string): Promise<AnchoringState>;
  /** Milliseconds since the oldest record that is not anchored, as last seen; 0 when all are. */
  latenessMs(participant: string): number;
  /** @throws AUDIT_ANCHORING_LATE */
  assertAccepting(participant: string): void;
  /** Participants whose records are or were late, as last seen. */
  known(): readonly string[];
}

const pageSize = 1_000;
const minuteMs = 60_000;

interface StateRow {
  participant: string;
  sequence: string;
  anchored: string;
}

/** Opens the watch; `refresh` is called again and again by `run`. */
export function openAnchoringWatch({ house, notary }: { house: House; notary: Notary }): AnchoringWatch {
  const { store, settings, now } = house;
  const logger = house.context.logger.child({ part: 'exchange/audit' });
  const { sql } = store;
  const oldest = new Map<string, Date | null>();

  /** Records are stated in the order of their chain, so that the first that is not anchored is the oldest. */
  async function moveOn(participant: string, sequence: number, from: number): Promise<number> {
    let anchored = from;
    while (anchored < sequence) {
      const rows = await sql<{ id: string }[]>`
        SELECT id FROM exchange.records
        WHERE participant = ${participant} AND sequence > ${anchored} ORDER BY sequence LIMIT ${pageSize}`;
      const found = await notary.findAnchored(rows.map(({ id }) => id));
      const end = rows.findIndex(({ id }) => !found.has(id));
      anchored += end < 0 ? rows.length : end;
      if (end >= 0 || rows.length < pageSize) break;
    }
    if (anchored > from) {
      await sql`
        UPDATE exchange.record_heads SET anchored = greatest(anchored, ${anchored}) WHERE participant = ${participant}`;
    }
    return anchored;
  }

  async function readOldest(participant: string, anchored: number): Promise<Date | null> {
    const [row] = await sql<{ at: Date | null }[]>`
      SELECT least(
        (SELECT at FROM exchange.records WHERE participant = ${participant} AND sequence = ${anchored + 1}),
        (SELECT min(at) FROM exchange.records WHERE participant = ${participant} AND sequence IS NULL)) AS at`;
    return row?.at ?? null;
  }

  async function refresh(participant?: string): Promise<void> {
    const rows = await sql<StateRow[]>`
      SELECT participant, coalesce(sequence, 0) AS sequence, coalesce(anchored, 0) AS anchored
      FROM (SELECT DISTINCT participant FROM exchange.records WHERE sequence IS NULL
        UNION SELECT participant FROM exchange.record_heads) AS all_of_them
      LEFT JOIN exchange.record_heads USING (participant)
      WHERE ${participant ?? null}::text IS NULL OR participant = ${participant ?? null}`;
    for (const row of rows) {
      const known = Number(row.anchored);
      const anchored = await moveOn(row.participant, Number(row.sequence), known).catch((error: unknown) => {
        // Who cannot be asked has anchored nothing: the records grow old all the same.
        logger.warn({ err: error, participant: row.participant }, 'nobody tells which records are anchored');
        return known;
      });
      oldest.set(row.participant, await readOldest(row.participant, anchored));
    }
  }

  function latenessMs(participant: string): number {
    const since = oldest.get(participant);
    return since ? Math.max(0, now().getTime() - since.getTime()) : 0;
  }

  return {
    refresh,
    latenessMs,
    known: () => [...oldest.keys()],
    async read(participant) {
      await refresh(participant);
      const [row] = await sql<{ sequence: string; anchored: string; waiting: string }[]>`
        SELECT coalesce(max(sequence), 0) AS sequence, coalesce(max(anchored), 0) AS anchored,
          (SELECT count(*) FROM exchange.records WHERE participant = ${participant} AND sequence IS NULL) AS waiting
        FROM exchange.record_heads WHERE participant = ${participant}`;
      return {
        participant,
        chained: Number(row?.sequence ?? 0),
        anchored: Number(row?.anchored ?? 0),
        waiting: Number(row?.waiting ?? 0),
        oldestPending: oldest.get(participant) ?? null,
      };
    },
    assertAccepting(participant) {
      const late = latenessMs(participant);
      if (late <= settings.anchoringLimitMs) return;
      throw auditErrors.anchoringLate({
        participant,
        minutes: Math.floor(late / minuteMs),
        limit: Math.floor(settings.anchoringLimitMs / minuteMs),
      });
    },
  };
}
