import type { Sql, Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import { sayInChinese } from '../../sayInChinese.ts';
import type { Destination, Intake } from '../delivery.ts';
import { deliveryErrors } from '../errors.ts';
import type { ColumnType, Value } from '../sources/source.ts';

/** The provider's manifest as it is used here. */
export interface Manifest {
  transfer: string;
  state: 'prepared' | 'making' | 'ready' | 'ended' | 'failed';
  suite: string;
  prefix: string;
  name: string | null;
  mediaType: string | null;
  columns: { name: string; type: ColumnType; nullable: boolean }[];
  size: number | null;
  chunks: number | null;
  rows: number | null;
  digest: string | null;
  problem: string | null;
}

/** A row of exchange.intakes. */
export interface IntakeRow {
  id: string;
  participant: string;
  transfer: string | null;
  agreement: string;
  format: string;
  purpose: string;
  case_number: string | null;
  destination: Destination;
  state: Intake['state'];
  manifest: Manifest | null;
  chunks: string;
  chunks_in_all: string | null;
  bytes: string;
  rows: string | null;
  after: Value[] | null;
  digest: string | null;
  receipt: string | null;
  problem: string | null;
  handed_out_at: Date | null;
  attempts: number;
  started_at: Date;
  changed_at: Date;
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const numberOrNull = (text: string | null) => (text === null ? null : Number(text));

/** @throws DELIVERY_INTAKE_UNKNOWN */
export async function readIntakeRow(sql: Sql | Tx, participant: string, id: string): Promise<IntakeRow> {
  const [row] = uuidPattern.test(id)
    ? await sql<IntakeRow[]>`SELECT * FROM exchange.intakes WHERE participant = ${participant} AND id = ${id}`
    : [];
  if (!row) throw deliveryErrors.intakeUnknown({ id: id.slice(0, 100) });
  return row;
}

/** As others see it. */
export function toIntake(row: IntakeRow): Intake {
  return {
    id: row.id,
    participant: row.participant,
    transfer: row.transfer,
    agreement: row.agreement,
    format: row.format,
    destination: row.destination,
    state: row.state,
    chunks: Number(row.chunks),
    chunksInAll: numberOrNull(row.chunks_in_all),
    bytes: Number(row.bytes),
    rows: numberOrNull(row.rows),
    digest: row.digest,
    problem: row.problem,
    problemZh: sayInChinese(row.problem),
    startedAt: row.started_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}

/** A manifest as it came. @throws DELIVERY_MESSAGE_INVALID */
export function readManifest(value: JsonObject): Manifest {
  const manifest = value as unknown as Manifest;
  const fine =
    ['prepared', 'making', 'ready', 'ended', 'failed'].includes(manifest.state) &&
    typeof manifest.suite === 'string' &&
    /^[0-9a-f]{14}$/.test(manifest.prefix) &&
    Array.isArray(manifest.columns) &&
    manifest.columns.every(({ name, type }) => typeof name === 'string' && name !== '' && typeof type === 'string') &&
    (manifest.chunks === null || (Number.isSafeInteger(manifest.chunks) && manifest.chunks > 0)) &&
    (manifest.digest === null || /^[0-9a-f]{64}$/.test(manifest.digest));
  if (!fine) throw deliveryErrors.messageInvalid({ path: 'manifest', problem: 'it is no manifest of a delivery' });
  return manifest;
}
