import { randomUUID } from 'node:crypto';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryParts } from '../parts.ts';
import { openSourceRow } from './openSource.ts';
import type { SourceColumns } from './source.ts';
import { readSource, type SourceKind, type SourceRow } from './sourceRow.ts';
import { parseSettings, type SourceSecret } from './sourceSettings.ts';

type ManageParts = Pick<DeliveryParts, 'house' | 'identity' | 'folder' | 'audit'>;

/** A source as it is shown: whether it has a secret, never which. */
export interface ShownSource {
  id: string;
  name: string;
  kind: SourceKind;
  settings: object;
  hasSecret: boolean;
  writable: boolean;
  createdAt: string;
  changedAt: string;
}

export interface SourceDraft {
  name: string;
  kind: SourceKind;
  settings: unknown;
  /** Left out on a change: the one of before stays, as long as it goes to the same place. */
  secret?: SourceSecret | null;
  writable?: boolean;
}

const toShown = (row: SourceRow): ShownSource => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  settings: row.settings as object,
  hasSecret: row.secret !== null,
  writable: row.writable,
  createdAt: row.created_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
});

async function seal({ identity }: ManageParts, participant: string, secret: SourceSecret): Promise<string> {
  const { encryptionKey } = await identity.ensure(participant);
  return identity.seal(encryptionKey, Buffer.from(JSON.stringify(secret)));
}

/** Where a secret is sent to; a kept one must not follow the settings elsewhere. */
function placeOf(kind: SourceKind, settings: unknown): string {
  if (kind === 'postgres') {
    const { host, port, user } = parseSettings('postgres', settings);
    return `${host}:${port} ${user}`;
  }
  return kind === 'http' ? (URL.parse(parseSettings('http', settings).url)?.origin ?? '') : '';
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23505';
const taken = (name: string) => deliveryErrors.sourceInvalid({ problem: `another source is called ${name}` });

/** @throws DELIVERY_SOURCE_INVALID */
export async function createSource(
  parts: ManageParts,
  participant: string,
  draft: SourceDraft,
  by: string,
): Promise<ShownSource> {
  const { house, audit } = parts;
  const { name, kind, secret, writable = false } = draft;
  const settings = parseSettings(kind, draft.settings);
  const sealed = secret ? await seal(parts, participant, secret) : null;
  const at = house.now();
  const id = randomUUID();
  try {
    return await house.store.transaction(async (tx) => {
      const [row] = await tx<SourceRow[]>`
        INSERT INTO exchange.sources ${tx({
          id,
          participant,
          name,
          kind,
          settings: settings as never,
          secret: sealed,
          writable: writable && kind === 'postgres',
          created_at: at,
          changed_at: at,
        })} RETURNING *`;
      if (!row) throw deliveryErrors.sourceUnknown({ id });
      await audit.record(tx, {
        participant,
        kind: 'act',
        outcome: 'ok',
        detail: { act: 'source created', source: id, kind, by },
      });
      return toShown(row);
    });
  } catch (error) {
    throw isTaken(error) ? taken(name) : error;
  }
}

/** @throws DELIVERY_SOURCE_UNKNOWN, DELIVERY_SOURCE_INVALID */
export async function changeSource(
  parts: ManageParts,
  participant: string,
  id: string,
  draft: Omit<SourceDraft, 'kind'>,
  by: string,
): Promise<ShownSource> {
  const { house, audit } = parts;
  const before = await readSource(house.store.sql, participant, id);
  const settings = parseSettings(before.kind, draft.settings);
  const moved = placeOf(before.kind, settings) !== placeOf(before.kind, before.settings);
  if (draft.secret === undefined && before.secret !== null && moved)
    throw deliveryErrors.sourceInvalid({
      problem: 'it goes to another place or user now, so its secret must be given again',
    });
  const secret =
    draft.secret === undefined
      ? before.secret
      : draft.secret === null
        ? null
        : await seal(parts, participant, draft.secret);
  try {
    return await house.store.transaction(async (tx) => {
      const [row] = await tx<SourceRow[]>`
        UPDATE exchange.sources SET ${tx({
          name: draft.name,
          settings: settings as never,
          secret,
          writable: (draft.writable ?? before.writable) && before.kind === 'postgres',
          changed_at: house.now(),
        })}
        WHERE participant = ${participant} AND id = ${id} RETURNING *`;
      if (!row) throw deliveryErrors.sourceUnknown({ id });
      await audit.record(tx, {
        participant,
        kind: 'act',
        outcome: 'ok',
        detail: { act: 'source changed', source: id, kind: before.kind, by },
      });
      return toShown(row);
    });
  } catch (error) {
    throw isTaken(error) ? taken(draft.name) : error;
  }
}

/** @throws DELIVERY_SOURCE_UNKNOWN, DELIVERY_SOURCE_IN_USE */
export async function removeSource(
  { house, audit }: ManageParts,
  participant: string,
  id: string,
  by: string,
): Promise<void> {
  const { kind } = await readSource(house.store.sql, participant, id);
  await house.store.transaction(async (tx) => {
    const [used] = await tx`
      SELECT 1 FROM exchange.intakes
      WHERE participant = ${participant} AND destination ->> 'source' = ${id} AND state NOT IN ('cancelled', 'failed', 'erased')
      UNION ALL
      SELECT 1 FROM exchange.datasets
      WHERE participant = ${participant} AND (draft -> 'source' ->> 'source' = ${id}) AND state <> 'withdrawn'
      LIMIT 1`;
    if (used) throw deliveryErrors.sourceInUse({ id });
    await tx`DELETE FROM exchange.sources WHERE participant = ${participant} AND id = ${id}`;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      detail: { act: 'source removed', source: id, kind, by },
    });
  });
}

/** By name, from one on. */
export async function listSources(
  { house }: Pick<ManageParts, 'house'>,
  participant: string,
  { perPage, pageToken }: { perPage: number; pageToken?: string | undefined },
): Promise<{ items: ShownSource[]; nextPageToken: string | null }> {
  const { sql } = house.store;
  const after = pageToken === undefined ? null : Buffer.from(pageToken, 'base64url').toString('utf8');
  const rows = await sql<SourceRow[]>`
    SELECT * FROM exchange.sources
    WHERE participant = ${participant} ${after === null ? sql`` : sql`AND name > ${after}`}
    ORDER BY name LIMIT ${perPage + 1}`;
  const items = rows.slice(0, perPage).map(toShown);
  const last = items.at(-1);
  return { items, nextPageToken: rows.length > perPage && last ? Buffer.from(last.name).toString('base64url') : null };
}

/** One of them. @throws DELIVERY_SOURCE_UNKNOWN */
export const showSource = async (
  { house }: Pick<ManageParts, 'house'>,
  participant: string,
  id: string,
): Promise<ShownSource> => toShown(await readSource(house.store.sql, participant, id));

/** Connects and looks, for a source that is there or one that is only written down; nothing is kept. */
export async function testSource(
  parts: ManageParts,
  participant: string,
  p: { id: string } | { draft: SourceDraft },
  table: string | undefined,
): Promise<SourceColumns> {
  const row: SourceRow =
    'id' in p
      ? await readSource(parts.house.store.sql, participant, p.id)
      : {
          id: '',
          participant,
          name: p.draft.name,
          kind: p.draft.kind,
          settings: parseSettings(p.draft.kind, p.draft.settings),
          secret: p.draft.secret ? await seal(parts, participant, p.draft.secret) : null,
          writable: false,
          created_at: parts.house.now(),
          changed_at: parts.house.now(),
        };
  const source = await openSourceRow(parts, row, table);
  try {
    return await source.describe(AbortSignal.timeout(15_000));
  } finally {
    await source.close();
  }
}
