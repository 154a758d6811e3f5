import { hash, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../house.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { findSuite } from '../seal/chunkSeal.ts';
import { bothFilters, renameColumns } from '../sources/parseFilter.ts';
import type { Row, RowFilter } from '../sources/source.ts';
import type { Admitted } from './admit.ts';
import { columnOf, type Given, givenByGrant } from './given.ts';
import { judge } from './judge.ts';

/** One request for a few rows. */
export interface QueryMessage {
  purpose: string;
  caseNumber: string | null;
  /** Region in which the rows are used, where it is not all of what was agreed. */
  place?: string;
  /** Over items. */
  filter: RowFilter | null;
  items: string[] | null;
  limit: number;
}

/** Most rows of one answer. */
export const mostQueryRows = 1_000;
const mostAnswerBytes = 8 * 1024 * 1024;
const nonceBytes = 12;

/** What binds a sealed answer to its request. */
export const queryAad = (transfer: string, agreement: string, exchange: string): Buffer =>
  Buffer.from(JSON.stringify([transfer, agreement, exchange]));

/**
 * A filter may look only at what the consumer is given: rows found by a hidden value would tell it. A masked key item can be asked
 * for by its whole value, which the asker must know already. @throws DELIVERY_FILTER_REVEALS
 */
function assertFilterReveals({ items, dataset }: Pick<Given, 'items' | 'dataset'>, filter: RowFilter | null): void {
  if (!filter) return;
  if ('all' in filter || 'any' in filter) {
    for (const part of 'all' in filter ? filter.all : filter.any) assertFilterReveals({ items, dataset }, part);
    return;
  }
  const found = 'not' in filter ? null : items.find(({ name }) => name === filter.column);
  if ('not' in filter) {
    assertFilterReveals({ items: items.filter(({ mask }) => mask === null), dataset }, filter.not);
    return;
  }
  if (!found)
    throw deliveryErrors.filterReveals({ item: filter.column, problem: 'it is not granted, or it is masked' });
  if (found.mask === null) return;
  const isKey = dataset.items.some(({ name, key }) => name === found.name && key);
  const isWhole = 'in' in filter || ('is' in filter && filter.is === 'eq');
  if (!isKey || !isWhole) throw deliveryErrors.filterReveals({ item: found.name, problem: 'its values are masked' });
}

/** At most `limit` rows and whether there are more. */
async function readRows(context: DeliveryContext, participant: string, given: Given, message: QueryMessage) {
  const { reference, personColumn } = given;
  const filter = bothFilters(
    given.filter,
    message.filter ? renameColumns(message.filter, (item) => columnOf(reference, item)) : null,
  );
  const columns = [...new Set([...given.items.map(({ column }) => column), ...(personColumn ? [personColumn] : [])])];
  const source = await context.sources.use(participant, reference);
  try {
    const rows: Row[] = [];
    for await (const batch of source.read({ columns, filter, limit: message.limit + 1 })) rows.push(...batch);
    const more = rows.length > message.limit;
    const taken = rows.slice(0, message.limit);
    const persons = personColumn
      ? taken.flatMap((row) => (row[personColumn] == null ? [] : [String(row[personColumn])]))
      : [];
    return { rows: taken.map(given.mask), more, persons };
  } finally {
    source.release();
  }
}

/**
 * Answers one query: counted, read, sealed and recorded before it leaves. A failure of the source takes the count back.
 * @throws DELIVERY_PURPOSE_WRONG, DELIVERY_FILTER_REVEALS, DELIVERY_ANSWER_TOO_LARGE, GRANT_…
 */
export async function answerQuery(
  context: DeliveryContext,
  admitted: Admitted,
  message: QueryMessage,
): Promise<JsonObject> {
  const { house, grants, audit } = context;
  const { transfer, delivery, caller } = admitted;
  const { participant, id, agreementId: agreement, format } = transfer;
  if (format !== 'xy:query') throw deliveryErrors.formatUnknown({ format: 'xy:query' });
  const { purpose, caseNumber, place } = message;
  const grant = await judge(context, {
    participant,
    agreement,
    stage: 'request',
    purpose,
    caseNumber,
    place,
    counts: true,
    ...(message.items ? { items: message.items } : {}),
  });
  const given = await givenByGrant(context, grant, message.items ?? grant.items);
  assertFilterReveals(await givenByGrantWhole(context, grant, message, given), message.filter);
  const suite = findSuite(delivery.suite);
  if (!suite) throw deliveryErrors.notFound();
  const { rows, more, persons } = await readRows(context, participant, given, message);
  const bytes = Buffer.from(JSON.stringify({ rows, more }));
  if (bytes.length > mostAnswerBytes) throw deliveryErrors.answerTooLarge({ most: mostAnswerBytes });
  const exchange = randomUUID();
  const nonce = randomBytes(nonceBytes);
  const sealed = suite.seal({
    key: suite.derive(await context.keys.open(delivery), 'queries'),
    nonce,
    aad: queryAad(pidOf(id), agreement, exchange),
    bytes,
  });
  const digest = hash('sha256', sealed, 'hex');
  await house.store.transaction(async (tx) => {
    const at = house.now();
    const count = await grants.use(tx, grant, { at, purpose, caseNumber });
    const subjects =
      persons.length === 0
        ? undefined
        : await context.citizens?.recordUse(
            tx,
            {
              participant,
              consumer: { did: caller.did, name: { zh: grant.consumerSlug, en: grant.consumerSlug } },
              dataset: grant.dataset,
              datasetTitle: given.dataset.title,
              kind: 'delivery',
              items: given.items.map(({ name }) => name),
              question: null,
              grant: grant.id,
              agreement,
              transfer: id,
              purpose,
              caseNumber,
              at,
            },
            persons,
          );
    await audit.record(tx, {
      participant,
      kind: 'delivery',
      outcome: 'ok',
      counterparty: caller.did,
      transfer: id,
      agreement,
      grant: grant.id,
      dataset: grant.dataset,
      purpose,
      caseNumber: caseNumber ?? undefined,
      subjects,
      bytes: sealed.length,
      rows: rows.length,
      detail: {
        step: 'query',
        exchange,
        digest,
        count,
        items: given.items.map(({ name }) => name),
        version: given.dataset.version,
        ...(place === undefined ? {} : { place }),
      },
    });
  });
  return {
    exchange,
    suite: suite.name,
    nonce: nonce.toString('base64url'),
    sealed: sealed.toString('base64url'),
    digest,
    version: given.dataset.version,
  };
}

/** All that is granted, for the filter: items that are left out of one answer may still be asked by. */
async function givenByGrantWhole(
  context: DeliveryContext,
  grant: Parameters<typeof givenByGrant>[1],
  message: QueryMessage,
  given: Given,
): Promise<Given> {
  return message.items && message.filter ? givenByGrant(context, grant) : given;
}
