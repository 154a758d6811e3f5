import type { Hex } from 'viem';
import { grantErrors } from './errors.ts';
import { type GrantRow, toGrant } from './grantRow.ts';
import type { Grant, GrantState } from './grants.ts';
import type { GrantsContext } from './grantsContext.ts';
import type { ChainTerms } from './terms.ts';

/** Which grants of a department, the newest first. */
export interface ListGrantsParameters {
  participant: string;
  role?: 'provider' | 'consumer' | undefined;
  state?: GrantState | undefined;
  dataset?: string | undefined;
  perPage: number;
  pageToken?: string | undefined;
}

/** A page; `nextPageToken` is null on the last. */
export interface Listed<Item> {
  items: Item[];
  nextPageToken: string | null;
}

const encodeToken = (...key: string[]) => Buffer.from(key.join(' ')).toString('base64url');

/** @throws GRANT_PAGE_TOKEN_WRONG */
function readToken(token: string | undefined, form: RegExp): string[] | null {
  if (token === undefined) return null;
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (!form.test(text)) throw grantErrors.pageTokenWrong();
  return text.split(' ');
}

/** @throws GRANT_PAGE_TOKEN_WRONG */
export async function listGrants(
  { house }: Pick<GrantsContext, 'house'>,
  { participant, role, state, dataset, perPage, pageToken }: ListGrantsParameters,
): Promise<Listed<Grant>> {
  const { sql } = house.store;
  const after = readToken(pageToken, /^\d{1,16} 0x[0-9a-f]{64}$/);
  const [time = '0', id = ''] = after ?? [];
  const rows = await sql<(GrantRow & { micros: string })[]>`
    SELECT *, (extract(epoch FROM created_at) * 1000000)::bigint AS micros FROM exchange.grants
    WHERE participant = ${participant}
      ${role ? sql`AND role = ${role}` : sql``}
      ${state ? sql`AND state = ${state}` : sql``}
      ${dataset ? sql`AND dataset = ${dataset}` : sql``}
      ${after ? sql`AND (created_at, id) < (to_timestamp(0) + ${time}::text::bigint * interval '1 microsecond', ${id})` : sql``}
    ORDER BY created_at DESC, id DESC LIMIT ${perPage + 1}`;
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return { items: shown.map(toGrant), nextPageToken: last ? encodeToken(last.micros, last.id) : null };
}

/** A grant of others, as the data authority sees it that it names. */
export interface NamedGrant {
  id: Hex;
  provider: Hex;
  consumer: Hex;
  stage: number;
  holds: number;
  notBefore: Date;
  notAfter: Date;
  blockNumber: number;
}

/** The grants on the chain that name a department as data authority. @throws GRANT_PAGE_TOKEN_WRONG */
export async function listNamedGrants(
  { house, identity }: Pick<GrantsContext, 'house' | 'identity'>,
  { participant, perPage, pageToken }: { participant: string; perPage: number; pageToken?: string | undefined },
): Promise<Listed<NamedGrant>> {
  const { sql } = house.store;
  const own = await identity.chainAddresses(participant);
  const after = readToken(pageToken, /^\d{1,16} 0x[0-9a-f]{64}$/);
  const [block = '0', id = ''] = after ?? [];
  type Row = { id: Hex; terms: ChainTerms; stage: number; holds: number; block_number: string };
  const rows = await sql<Row[]>`
    SELECT id, terms, stage, holds, block_number FROM exchange.chain_grants
    WHERE terms->>'arbiter' = ANY(${own}) ${after ? sql`AND (block_number, id) < (${block}::text::bigint, ${id})` : sql``}
    ORDER BY block_number DESC, id DESC LIMIT ${perPage + 1}`;
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ id: grant, terms, stage, holds, block_number }) => ({
      id: grant,
      provider: terms.provider,
      consumer: terms.consumer,
      stage,
      holds,
      notBefore: new Date(terms.notBefore * 1_000),
      notAfter: new Date(terms.notAfter * 1_000),
      blockNumber: Number(block_number),
    })),
    nextPageToken: last ? encodeToken(last.block_number, last.id) : null,
  };
}
