import type { JsonObject } from '../../house.ts';
import { pidOf } from '../pid.ts';
import type { DeliveryRow } from '../transfers/deliveryRow.ts';

const numberOrNull = (text: string | null) => (text === null ? null : Number(text));

/** What the consumer needs to know before and after the chunks. `state` is `making` as long as there are none. */
export function makeManifest(delivery: DeliveryRow): JsonObject {
  const { content } = delivery;
  return {
    transfer: pidOf(delivery.transfer),
    agreement: delivery.agreement,
    dataset: delivery.dataset,
    format: delivery.format,
    state: delivery.state,
    suite: delivery.suite,
    prefix: Buffer.from(delivery.prefix).toString('hex'),
    version: content?.datasetVersion ?? null,
    name: content?.name ?? null,
    mediaType: content?.mediaType ?? null,
    columns: content ? content.columns.map(({ name, type, nullable }) => ({ name, type, nullable })) : [],
    size: content?.size ?? null,
    chunks: numberOrNull(delivery.chunks),
    rows: numberOrNull(delivery.rows),
    digest: delivery.digest,
    problem: delivery.state === 'failed' ? delivery.problem : null,
  };
}
