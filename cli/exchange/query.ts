import { exitCodes } from '../errors.ts';
import { findGrant } from './grants.ts';
import { type ExchangeOptions, openDoor, readLimit } from './openDoor.ts';
import { printJson, printTable } from './printTable.ts';
import { readJsonOption } from './readJsonFile.ts';
import { openTransfer, readCase, transfersPath } from './transfers.ts';

export interface QueryParameters extends ExchangeOptions {
  agreement: string;
  case?: string | false;
  /** Such as {"column":"licence","is":"eq","value":"ORG-1"}. */
  filter?: string;
  /** Separated by commas. */
  items?: string;
  limit?: string;
  /** Region in which the rows are used. */
  place?: string;
}

/** Asks for a few rows under a grant, for a case. */
export async function queryRows(parameters: QueryParameters): Promise<number> {
  const { filter, items, place, limit = '100', json } = parameters;
  const caseNumber = readCase(parameters.case);
  const body = {
    limit: readLimit(limit),
    ...(filter === undefined ? {} : { filter: readJsonOption('filter', filter) }),
    ...(place === undefined ? {} : { place }),
    ...(items === undefined ? {} : { items: items.split(',').map((item) => item.trim()) }),
  };
  const door = await openDoor(parameters);
  const { agreement, purpose } = await findGrant(door, parameters.agreement);
  const { id } = await openTransfer(door, { agreement, format: 'xy:query', purpose, caseNumber });
  const answer = await door.post<{ rows: Record<string, unknown>[]; more: boolean; digest: string }>(
    `${transfersPath}/${id}/query`,
    { purpose, caseNumber, ...body },
  );
  if (json) printJson(answer);
  else {
    const names = Object.keys(answer.rows[0] ?? {});
    if (names.length === 0) console.log('No row.');
    else
      printTable(
        names.map((title) => ({ title, of: (row: Record<string, unknown>) => row[title] })),
        answer.rows,
      );
    console.log(
      `\n${answer.rows.length} rows${answer.more ? ', and there are more (--limit)' : ''}; recorded under ${answer.digest}`,
    );
  }
  return exitCodes.ok;
}
