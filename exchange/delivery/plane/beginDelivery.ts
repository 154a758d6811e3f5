import type { Transfer } from '../../dsp/dsp.ts';
import type { Grant } from '../../grants/grants.ts';
import type { Caller } from '../../identity/identity.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { chunkBytes } from '../seal/chunkSeal.ts';
import { openSource } from '../sources/openSource.ts';
import { readSource } from '../sources/sourceRow.ts';
import { type DeliveryContent, type DeliveryRow, readDelivery } from '../transfers/deliveryRow.ts';
import { givenByGrant } from './given.ts';
import { judge } from './judge.ts';

export interface BeginDeliveryParameters {
  transfer: Transfer;
  /** Null when the provider itself opens it, for a push. */
  caller: Caller | null;
  purpose: string;
  caseNumber: string | null;
}

/**
 * Looks at the file that is asked for. A file of rows is given as it is only to those who were granted all of it, in clear: nothing
 * can be hidden in bytes.
 */
async function lookAtFile(context: DeliveryContext, grant: Grant): Promise<DeliveryContent> {
  const given = await givenByGrant(context, grant);
  const source = await openSource(context, grant.participant, given.reference);
  try {
    const { columns } = await source.describe();
    const fail = (problem: string) => deliveryErrors.fileNotWhole({ problem });
    if (columns.length > 0) {
      const clear = new Set(given.items.filter(({ mask }) => mask === null).map(({ column }) => column));
      if (given.filter) throw fail('only some of its rows are granted');
      if (columns.some(({ name }) => !clear.has(name))) throw fail('not all of its columns are granted without a mask');
    } else if (given.filter) throw fail('only some of its rows are granted');
    const bytes = await source.openBytes();
    await bytes.close();
    return {
      kind: 'file',
      name: bytes.name,
      mediaType: bytes.mediaType,
      columns: [],
      size: bytes.size,
      version: bytes.version,
      datasetVersion: given.dataset.version,
      spool: null,
    };
  } finally {
    await source.close();
  }
}

/** A push gives a file of any kind as it is, and rows as CSV. */
async function givesFile(context: DeliveryContext, grant: Grant, format: string): Promise<boolean> {
  if (format !== 'xy:push') return format === 'xy:pull-file';
  const { reference } = await givenByGrant(context, grant);
  const { kind } = await readSource(context.house.store.sql, grant.participant, reference.source);
  return kind === 'file';
}

/**
 * Counts one use of the grant and begins the delivery, in one transaction with its record. A delivery that was opened is not
 * counted again: the consumer resumes it. @throws DELIVERY_PURPOSE_WRONG, DELIVERY_GRANT_NOT_ACTIVE, GRANT_…
 */
export async function beginDelivery(context: DeliveryContext, p: BeginDeliveryParameters): Promise<DeliveryRow> {
  const { house, grants, audit } = context;
  const { transfer, caller, purpose, caseNumber } = p;
  const { participant, id, agreementId: agreement, format } = transfer;
  const before = await readDelivery(house.store.sql, participant, id);
  if (!before) throw deliveryErrors.notFound();
  const opened = before.opened_at !== null;
  const grant = await judge(context, {
    participant,
    agreement,
    stage: 'request',
    purpose,
    caseNumber,
    counts: !opened,
  });
  if (opened) {
    if (before.purpose !== purpose || before.case_number !== caseNumber)
      throw deliveryErrors.purposeWrong({ reason: 'the delivery was opened for another purpose or case' });
    return before;
  }
  const content = (await givesFile(context, grant, format)) ? await lookAtFile(context, grant) : null;
  const chunks = content?.size == null ? null : Math.max(1, Math.ceil(content.size / chunkBytes));
  await house.store.transaction(async (tx) => {
    const row = await readDelivery(tx, participant, id, true);
    if (row?.opened_at !== null) return;
    const count = await grants.use(tx, grant, { at: house.now(), purpose, caseNumber });
    await tx`
      UPDATE exchange.deliveries SET ${tx({
        purpose,
        case_number: caseNumber,
        opened_at: house.now(),
        state: content || format === 'xy:stream' ? 'ready' : 'making',
        content: content as never,
        chunks,
      })}
      WHERE participant = ${participant} AND transfer = ${id}`;
    await audit.record(tx, {
      participant,
      kind: 'delivery',
      outcome: 'ok',
      counterparty: caller?.did ?? grant.consumer,
      transfer: id,
      agreement,
      grant: grant.id,
      dataset: grant.dataset,
      purpose,
      caseNumber: caseNumber ?? undefined,
      detail: { step: 'opened', format, count, items: grant.items },
    });
  });
  context.wake();
  const row = await readDelivery(house.store.sql, participant, id);
  if (!row) throw deliveryErrors.notFound();
  return row;
}
