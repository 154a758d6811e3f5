import { join } from 'node:path';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryParts } from '../parts.ts';
import { openCsvSource } from './files/csvSource.ts';
import { openFileSource } from './files/fileSource.ts';
import { openHttpSource } from './httpSource.ts';
import { openPostgresSource } from './postgres/postgresSource.ts';
import type { DataSource, SourceReference } from './source.ts';
import { readSource, type SourceRow } from './sourceRow.ts';
import { parseSettings, type SourceSecret } from './sourceSettings.ts';

/** The folder below which a department's own files are. */
export const sourcesFolder = (folder: string, participant: string): string => join(folder, participant, 'sources');

/** What was sealed with a source; empty when there was nothing. */
export async function openSecret({ identity }: Pick<DeliveryParts, 'identity'>, row: SourceRow): Promise<SourceSecret> {
  if (row.secret === null) return {};
  const bytes = await identity.open(row.participant, row.secret);
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as SourceSecret;
}

type OpenParts = Pick<DeliveryParts, 'house' | 'identity' | 'folder'>;

/** Opens the source that a row of exchange.sources describes. @throws DELIVERY_SOURCE_INVALID, DELIVERY_SOURCE_FAILED */
export async function openSourceRow(parts: OpenParts, row: SourceRow, table: string | undefined): Promise<DataSource> {
  const { house, folder } = parts;
  const allowPrivate = house.settings.allowPrivateUrls;
  const files = sourcesFolder(folder, row.participant);
  switch (row.kind) {
    case 'postgres': {
      if (table === undefined)
        throw deliveryErrors.sourceInvalid({ problem: 'a PostgreSQL source needs the name of a table' });
      const { password = '' } = await openSecret(parts, row);
      const settings = parseSettings('postgres', row.settings);
      const trusted = house.settings.trustedDatabases.includes(`${settings.host}:${settings.port}`);
      return openPostgresSource({ settings, password, allowPrivate: allowPrivate || trusted, table });
    }
    case 'http': {
      const { headers = {} } = await openSecret(parts, row);
      return openHttpSource({ settings: parseSettings('http', row.settings), headers, allowPrivate });
    }
    case 'csv':
      return openCsvSource(files, parseSettings('csv', row.settings));
    case 'parquet':
      return (await import('./files/parquetSource.ts')).openParquetSource(
        files,
        parseSettings('parquet', row.settings),
      );
    case 'file':
      return openFileSource(files, parseSettings('file', row.settings));
  }
}

/** See `Delivery.openSource`. */
export async function openSource(
  parts: OpenParts,
  participant: string,
  reference: SourceReference,
): Promise<DataSource> {
  return openSourceRow(parts, await readSource(parts.house.store.sql, participant, reference.source), reference.table);
}
