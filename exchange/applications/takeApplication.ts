import type { Sql, Tx } from '../../store/index.ts';
import { readCalendar } from './clocks/readCalendar.ts';
import type { AskingContext } from './context.ts';
import { applicationErrors } from './errors.ts';
import type { Application, ApplicationState } from './model.ts';
import { type ApplicationRow, toApplication } from './row.ts';

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What of a row may change; JSON goes in through `changeApplication`. */
export type ApplicationChange = Partial<
  Omit<ApplicationRow, 'participant' | 'id' | 'role' | 'created_at' | 'updated_at'>
>;

/** Locks an application of a department in one of some states. @throws APPLICATION_UNKNOWN, APPLICATION_IN_OTHER_STATE */
export async function takeApplication(
  tx: Tx,
  p: { participant: string; id: string; role?: 'provider' | 'consumer'; states?: readonly ApplicationState[] },
): Promise<ApplicationRow> {
  const { participant, id, role, states } = p;
  if (!uuidPattern.test(id)) throw applicationErrors.unknown({ id: id.slice(0, 80) });
  const [row] = await tx<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND id = ${id}
      ${role ? tx`AND role = ${role}` : tx``} FOR UPDATE`;
  if (!row) throw applicationErrors.unknown({ id });
  if (states && !states.includes(row.state))
    throw applicationErrors.inOtherState({ state: row.state, needed: states.join(' or ') });
  return row;
}

/** The application that a negotiation is about, locked; null for a negotiation without one. */
export async function takeByNegotiation(
  tx: Tx,
  participant: string,
  negotiation: string,
): Promise<ApplicationRow | null> {
  const [row] = await tx<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND negotiation = ${negotiation} FOR UPDATE`;
  return row ?? null;
}

const jsonColumns = new Set(['dataset_title', 'offer_policy', 'form', 'terms', 'decision']);

/** Changes a locked application; gives the row as it is then. */
export async function changeApplication(
  context: Pick<AskingContext, 'house'>,
  tx: Tx,
  row: ApplicationRow,
  change: ApplicationChange,
): Promise<ApplicationRow> {
  const columns = Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      jsonColumns.has(name) && value !== null ? tx.json(value as never) : value,
    ]),
  );
  const [changed] = await tx<ApplicationRow[]>`
    UPDATE exchange.applications SET ${tx({ ...columns, updated_at: context.house.now() } as unknown as Record<string, string>)}
    WHERE participant = ${row.participant} AND id = ${row.id} RETURNING *`;
  if (!changed) throw applicationErrors.unknown({ id: row.id });
  return changed;
}

/** An application as its department sees it now. @throws APPLICATION_UNKNOWN */
export async function readApplication(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  id: string,
): Promise<Application> {
  if (!uuidPattern.test(id)) throw applicationErrors.unknown({ id: id.slice(0, 80) });
  const { sql } = house.store;
  const [row] = await sql<ApplicationRow[]>`
    SELECT * FROM exchange.applications WHERE participant = ${participant} AND id = ${id}`;
  if (!row) throw applicationErrors.unknown({ id });
  return showApplication({ house }, sql, row);
}

/** A row as its department sees it now. */
export async function showApplication(
  { house }: Pick<AskingContext, 'house'>,
  sql: Sql | Tx,
  row: ApplicationRow,
): Promise<Application> {
  return toApplication(row, await readCalendar(sql, row.participant), house.now());
}
