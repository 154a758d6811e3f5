import { getOutgoing, type PostOutgoingReturnType, postOutgoing } from '../../host/index.ts';
import { type ProofBundle, parseBundle } from '../../proof/index.ts';
import { holdLeadership } from '../../store/index.ts';
import type { House } from '../house.ts';
import { auditErrors } from './errors.ts';
import type { Notary } from './notary.ts';
import { repeat } from './repeat.ts';

/** What a standalone connector's notary needs. */
export interface PlatformNotaryParameters {
  house: House;
  /** Where the platform is reached; a setting of this installation, so that it may be a private address. */
  platformUrl: string;
  /** The authorization header of a message of a department to the platform: a connector token. */
  authorize(message: { participant: string; method: string; path: string; body: string }): Promise<string>;
}

/** Most records of one batch; the platform takes no more. */
export const mostRecordsOfBatch = 500;
const path = '/api/exchange/records';
const anchoredPath = '/api/exchange/records/anchored';
const timeoutMs = 30_000;
const idleMs = 500;
const mostBundleBytes = 4 * 2 ** 20;

interface OutboxRow {
  id: string;
  participant: string;
  at: string;
  digest: string;
}

/**
 * The notary of a standalone connector: what it takes over is in an outbox of its own and goes to the platform in batches, again
 * and again until the platform has it; the platform states a record once, however often it comes.
 */
export function platformNotary({ house, platformUrl, authorize }: PlatformNotaryParameters): Notary {
  const { store, context, now } = house;
  const { sql } = store;
  const at = (pathname: string) => new URL(pathname, platformUrl);

  function readAnswer({ status, body }: PostOutgoingReturnType): unknown {
    if (status >= 200 && status < 300) return JSON.parse(body);
    throw auditErrors.platformRefused({ status, problem: body.slice(0, 300) });
  }

  async function post(participant: string, pathname: string, value: object): Promise<unknown> {
    const url = at(pathname);
    const body = JSON.stringify(value);
    const authorization = await authorize({ participant, method: 'POST', path: url.pathname, body });
    const headers = { 'content-type': 'application/json', authorization };
    return readAnswer(
      await postOutgoing({ url: url.href, headers, body, timeoutMs, allowPrivate: true, maxAnswerBytes: 2 ** 20 }),
    );
  }

  /** Sends the oldest batch of every participant; gives how many records the platform has now. */
  async function sendBatches(): Promise<number> {
    const waiting = await sql<{ participant: string }[]>`
      SELECT DISTINCT participant FROM exchange.notary_outbox WHERE received_at IS NULL`;
    let sent = 0;
    for (const { participant } of waiting) {
      const rows = await sql<OutboxRow[]>`
        SELECT id, at, digest FROM exchange.notary_outbox
        WHERE received_at IS NULL AND participant = ${participant} ORDER BY place LIMIT ${mostRecordsOfBatch}`;
      const records = rows.map(({ id, at: time, digest }) => ({ id, time, digest }));
      if (records.length === 0) continue;
      await post(participant, path, { records });
      await sql`
        UPDATE exchange.notary_outbox SET received_at = ${now()} WHERE id = ANY(${records.map(({ id }) => id)}::uuid[])`;
      sent += records.length;
    }
    return sent;
  }

  async function participantOf(ids: readonly string[]): Promise<string | null> {
    const [row] = await sql<{ participant: string }[]>`
      SELECT participant FROM exchange.notary_outbox WHERE id = ${ids[0] ?? null}`;
    return row?.participant ?? null;
  }

  async function fetchBundle(id: string): Promise<ProofBundle | null> {
    const url = at(`/api/log/statements/${id}/bundle`).href;
    const answer = await getOutgoing({ url, timeoutMs, allowPrivate: true, maxAnswerBytes: mostBundleBytes });
    // Not there yet, or not anchored yet.
    if (answer.status === 404 || answer.status === 409) return null;
    return parseBundle(readAnswer(answer));
  }

  return {
    async append(tx, records) {
      const rows = records.map(({ id, member, time, digest }) => ({ id, participant: member, at: time, digest }));
      await tx`
        INSERT INTO exchange.notary_outbox (id, participant, at, digest)
        SELECT id, participant, at, digest FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
          AS given (id uuid, participant text, at text, digest text)
        ON CONFLICT (id) DO NOTHING`;
    },
    async findAnchored(ids) {
      const participant = await participantOf(ids);
      if (participant === null) return new Set();
      const { anchored } = (await post(participant, anchoredPath, { ids })) as { anchored: string[] };
      return new Set(anchored);
    },
    async bundleOf(id) {
      const [row] = await sql<{ bundle: ProofBundle | null }[]>`
        SELECT bundle FROM exchange.notary_outbox WHERE id = ${id}`;
      if (!row || row.bundle) return row?.bundle ?? null;
      const bundle = await fetchBundle(id);
      // Kept, so that the evidence is whole without the platform.
      if (bundle) {
        await sql`
          UPDATE exchange.notary_outbox SET bundle = ${JSON.stringify(bundle)}::text::jsonb WHERE id = ${id}`;
      }
      return bundle;
    },
    run: (signal) =>
      holdLeadership({
        store,
        role: 'exchange/notary',
        signal,
        logger: context.logger,
        run: (leading) =>
          repeat({
            work: sendBatches,
            everyMs: idleMs,
            logger: context.logger,
            name: 'sending records',
            signal: leading,
          }),
      }),
  };
}
