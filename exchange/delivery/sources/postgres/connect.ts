import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import postgres from 'postgres';
import { isPrivateAddress } from '../../../../host/index.ts';
import { deliveryErrors } from '../../errors.ts';

/** How to reach a PostgreSQL; the password is kept apart, sealed. */
export interface PostgresSettings {
  host: string;
  port: number;
  database: string;
  user: string;
  /** `verify` checks the server's certificate too. */
  tls: 'off' | 'require' | 'verify';
}

export interface ConnectPostgresParameters {
  settings: PostgresSettings;
  password: string;
  allowPrivate: boolean;
  /** Reading sources get connections that refuse to write. */
  readOnly: boolean;
}

const connectTimeoutSeconds = 10;
const idleSeconds = 30;

/** Resolves a name once, so that what was checked is what is connected to. */
async function findAddress(host: string, allowPrivate: boolean): Promise<string> {
  if (allowPrivate) return host;
  const addresses = isIP(host)
    ? [host]
    : (await lookup(host, { all: true }).catch(() => [])).map(({ address }) => address);
  const [first] = addresses;
  if (!first) throw deliveryErrors.sourceFailed({ problem: `the name ${host} cannot be resolved` });
  if (addresses.some(isPrivateAddress))
    throw deliveryErrors.sourceInvalid({ problem: `${host} is a private address, which this platform does not call` });
  return first;
}

/** A pool of its own for one source. Nothing is connected yet. @throws DELIVERY_SOURCE_INVALID, DELIVERY_SOURCE_FAILED */
export async function connectPostgres(parameters: ConnectPostgresParameters): Promise<postgres.Sql> {
  const { settings, password, allowPrivate, readOnly } = parameters;
  const { host, port, database, user, tls } = settings;
  return postgres({
    host: await findAddress(host, allowPrivate),
    port,
    database,
    user,
    password,
    ssl: tls === 'off' ? false : { rejectUnauthorized: tls === 'verify', servername: isIP(host) ? '' : host },
    max: 3,
    idle_timeout: idleSeconds,
    connect_timeout: connectTimeoutSeconds,
    fetch_types: false,
    onnotice: () => {},
    connection: {
      application_name: 'xiangyu exchange',
      DateStyle: 'ISO, YMD',
      TimeZone: 'UTC',
      ...(readOnly ? { default_transaction_read_only: true } : {}),
    },
  });
}

const refusals: Record<string, string> = {
  '28P01': 'user or password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database',
  '42P01': 'there is no such table',
  '42501': 'the user may not do this',
  '22P02': 'a value does not fit the type of its column',
  '22007': 'a value is no date or time',
  '22008': 'a date or time is out of range',
  '22003': 'a number is out of range',
};

/** What a source's own error says to people: never the server's text, which may quote values. */
export function toSourceError(error: unknown): Error {
  if (error instanceof Error && error.name === 'XiangyuError') return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (['22P02', '22007', '22008', '22003'].includes(code))
    return deliveryErrors.filterInvalid({ path: 'filter', problem: refusals[code] ?? code });
  return deliveryErrors.sourceFailed({ problem: refusals[code] ?? (code === '' ? 'its connection broke' : code) });
}
