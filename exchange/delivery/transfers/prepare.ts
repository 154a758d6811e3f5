import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { JsonObject } from '../../house.ts';
import { transferFormats } from '../delivery.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryParts } from '../parts.ts';
import { prefixBytes, suiteOf } from '../seal/chunkSeal.ts';

const keyBytes = 32;

export interface PrepareParameters {
  id: string;
  participant: string;
  agreementId: string;
  dataset: string;
  format: string;
  counterparty: { slug: string };
}

/** The type of the data plane's endpoint in a dataAddress. */
const endpointType = 'https://ns.xiangyu.example/exchange/data-plane/1';

/** Where the consumer of a transfer asks for its data. */
export const dataAddress = (base: string, transfer: string): JsonObject => ({
  '@type': 'DataAddress',
  endpointType,
  endpoint: `${base}/data/${transfer}`,
});

/** See `Delivery.prepare`. @throws DELIVERY_FORMAT_UNKNOWN */
export async function prepare(parts: DeliveryParts, tx: Tx, transfer: PrepareParameters): Promise<JsonObject> {
  const { house, identity } = parts;
  const { id, participant, agreementId, dataset, format, counterparty } = transfer;
  if (!transferFormats.some((one) => one === format)) throw deliveryErrors.formatUnknown({ format });
  const [known] = await tx`
    SELECT 1 FROM exchange.deliveries WHERE participant = ${participant} AND transfer = ${id}`;
  if (!known) {
    const { encryptionKey } = await identity.ensure(participant);
    await tx`
      INSERT INTO exchange.deliveries ${tx({
        participant,
        transfer: id,
        agreement: agreementId,
        dataset,
        format,
        consumer_slug: counterparty.slug,
        suite: suiteOf(house.settings.suite).name,
        sealed_key: await identity.seal(encryptionKey, randomBytes(keyBytes)),
        prefix: randomBytes(prefixBytes),
        state: 'prepared',
      })}
      ON CONFLICT DO NOTHING`;
  }
  await tx`
    UPDATE exchange.deliveries SET stopped = NULL WHERE participant = ${participant} AND transfer = ${id}`;
  return dataAddress(house.addressOf(participant), id);
}
