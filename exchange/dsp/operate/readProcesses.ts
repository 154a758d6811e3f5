import type { DspContext } from '../context.ts';
import type {
  Listed,
  ListNegotiationsParameters,
  ListTransfersParameters,
  Negotiation,
  Transfer,
  WireMessage,
} from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { pathOf } from '../records/recordMessage.ts';
import type { KindName } from '../store/processes.ts';
import { type NegotiationRow, type TransferRow, toNegotiation, toTransfer } from '../store/rows.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const defaultPerPage = 20;
const mostPerPage = 100;

interface Key {
  at: Date;
  id: string;
}

function readToken(token: string | undefined): Key | null {
  if (token === undefined) return null;
  const [at = '', id = ''] = Buffer.from(token, 'base64url').toString('latin1').split(' ');
  const time = new Date(at);
  if (Number.isNaN(time.getTime()) || !uuid.test(id)) throw dspErrors.pageTokenWrong();
  return { at: time, id };
}

/** Newest first. Times are cut to milliseconds on the way in, so the key is exact. */
async function list<Row extends { id: string; created_at: Date }, Item>(
  { house }: DspContext,
  kind: KindName,
  p: (ListNegotiationsParameters | ListTransfersParameters) & { toItem: (row: Row) => Item },
): Promise<Listed<Item>> {
  const { sql } = house.store;
  const perPage = Math.min(p.perPage ?? defaultPerPage, mostPerPage);
  const after = readToken(p.pageToken);
  const dataset = 'dataset' in p ? p.dataset : undefined;
  const agreement = 'agreementId' in p ? p.agreementId : undefined;
  const rows = await sql<Row[]>`
    SELECT * FROM ${kind === 'negotiation' ? sql`exchange.negotiations` : sql`exchange.transfers`}
    WHERE participant = ${p.participant}
      ${p.role ? sql`AND role = ${p.role}` : sql``} ${p.state ? sql`AND state = ${p.state}` : sql``}
      ${dataset ? sql`AND dataset = ${dataset}` : sql``}
      ${agreement ? sql`AND agreement_id = ${agreement}` : sql``}
      ${after ? sql`AND (created_at, id) < (${after.at}, ${after.id})` : sql``}
    ORDER BY created_at DESC, id DESC LIMIT ${perPage + 1}`;
  const shown = rows.slice(0, perPage);
  const last = rows.length > perPage ? shown.at(-1) : undefined;
  const nextPageToken = last
    ? Buffer.from(`${last.created_at.toISOString()} ${last.id}`, 'latin1').toString('base64url')
    : null;
  return { items: shown.map((row) => p.toItem(row as Row)), nextPageToken };
}

/** Negotiations of a participant, newest first. @throws DSP_PAGE_TOKEN_WRONG */
export function listNegotiations(
  context: DspContext,
  parameters: ListNegotiationsParameters,
): Promise<Listed<Negotiation>> {
  return list<NegotiationRow, Negotiation>(context, 'negotiation', { ...parameters, toItem: toNegotiation });
}

/** Transfers of a participant, newest first. @throws DSP_PAGE_TOKEN_WRONG */
export function listTransfers(context: DspContext, parameters: ListTransfersParameters): Promise<Listed<Transfer>> {
  return list<TransferRow, Transfer>(context, 'transfer', { ...parameters, toItem: toTransfer });
}

/** A negotiation of a participant; null when there is none. */
export async function readNegotiation(
  { house }: DspContext,
  participant: string,
  id: string,
): Promise<Negotiation | null> {
  if (!uuid.test(id)) return null;
  const [row] = await house.store.sql<NegotiationRow[]>`
    SELECT * FROM exchange.negotiations WHERE participant = ${participant} AND id = ${id}`;
  return row ? toNegotiation(row) : null;
}

/** The negotiation that made an agreement. */
export async function readByAgreement(
  { house }: DspContext,
  participant: string,
  agreementId: string,
): Promise<Negotiation | null> {
  const [row] = await house.store.sql<NegotiationRow[]>`
    SELECT * FROM exchange.negotiations WHERE participant = ${participant} AND agreement_id = ${agreementId}`;
  return row ? toNegotiation(row) : null;
}

/** A transfer of a participant; null when there is none. */
export async function readTransfer({ house }: DspContext, participant: string, id: string): Promise<Transfer | null> {
  if (!uuid.test(id)) return null;
  const [row] = await house.store.sql<TransferRow[]>`
    SELECT * FROM exchange.transfers WHERE participant = ${participant} AND id = ${id}`;
  return row ? toTransfer(row) : null;
}

/** The messages of a process that were accepted, in order. */
export async function readMessages(
  { house }: DspContext,
  participant: string,
  process: string,
): Promise<WireMessage[]> {
  if (!uuid.test(process)) return [];
  const rows = await house.store.sql<(Omit<WireMessage, 'at'> & { done_at: Date })[]>`
    SELECT id, direction, process, kind, type, coalesce(body, '') AS body, coalesce(token, '') AS token, method,
      coalesce(path, '') AS path, status, done_at
    FROM exchange.dsp_messages WHERE participant = ${participant} AND process = ${process} AND state = 'done'
    ORDER BY done_at, seq`;
  return rows.map(({ done_at: at, ...message }) => ({ ...message, path: pathOf(message), at }));
}
