import { hash } from 'node:crypto';
import { XiangyuError } from '../../../errors.ts';
import type { Transfer } from '../../dsp/dsp.ts';
import type { JsonObject } from '../../house.ts';
import { foreignWords } from '../../sayInChinese.ts';
import type { QueryParameters, QueryResult } from '../delivery.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import { pidOf } from '../pid.ts';
import { queryAad } from '../plane/answerQuery.ts';
import { findSuite } from '../seal/chunkSeal.ts';
import { filterToJson } from '../sources/parseFilter.ts';
import type { Row } from '../sources/source.ts';
import { callPlane } from './callPlane.ts';
import { fetchKey } from './fetchKey.ts';

const timeoutMs = 30_000;

/** Opens a sealed answer. @throws DELIVERY_CHUNK_WRONG */
function openAnswer(
  transfer: Transfer,
  key: Uint8Array,
  answer: JsonObject,
): { rows: Row[]; more: boolean; digest: string } {
  const { exchange, suite: name, nonce, sealed } = answer as Record<string, string>;
  const suite = findSuite(String(name));
  const fail = (problem: string) => deliveryErrors.chunkWrong({ number: 0, problem });
  if (!suite || !exchange || !nonce || !sealed) throw fail('it is no sealed answer');
  const bytes = Buffer.from(sealed, 'base64url');
  const clear = suite.open({
    key: suite.derive(key, 'queries'),
    nonce: Buffer.from(nonce, 'base64url'),
    aad: queryAad(transfer.providerPid ?? pidOf(transfer.id), transfer.agreementId, exchange),
    bytes,
  });
  if (!clear) throw fail('its seal is broken');
  const { rows, more } = JSON.parse(clear.toString('utf8')) as { rows: Row[]; more: boolean };
  return { rows, more, digest: hash('sha256', bytes, 'hex') };
}

/** Nothing asks again by itself here: what the provider refuses for good is told as such. */
const tellRefusal = (slug: string) => (error: unknown) => {
  const { status, code, problem } = error instanceof XiangyuError ? error.details : {};
  if (typeof status !== 'number' || status < 400 || status > 499 || status === 429) throw error;
  const told = String(problem ?? `it answered ${status}`).replace(/\.+$/, '');
  throw deliveryErrors.otherRefused(
    { slug, status, problem: told },
    { details: { status, ...(code ? { code } : {}) }, cause: error, ...foreignWords('problem', told) },
  );
};

/** Asks the provider for a few rows under a started transfer, and records what came. @throws DELIVERY_TRANSFER_UNKNOWN, DELIVERY_NOT_RUNNING */
export async function query(context: DeliveryContext, p: QueryParameters): Promise<QueryResult> {
  const { house, dsp, audit, consumerKeys } = context;
  const { participant, purpose, caseNumber, place, filter, items, limit } = p;
  audit.assertAccepting(participant);
  const transfer = await dsp.readTransfer(participant, p.transfer);
  if (transfer?.role !== 'consumer' || transfer.format !== 'xy:query')
    throw deliveryErrors.transferUnknown({ id: p.transfer });
  if (transfer.state !== 'STARTED')
    throw deliveryErrors.notRunning({ state: transfer.state ?? 'not acknowledged yet' });
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = AbortSignal.any([house.context.signal, timeout, ...(p.signal ? [p.signal] : [])]);
  const key = await consumerKeys.get(transfer.id, () => fetchKey(context, transfer, signal));
  const message: JsonObject = {
    purpose,
    caseNumber,
    ...(place === undefined ? {} : { place }),
    ...(filter ? { filter: filterToJson(filter) } : {}),
    ...(items ? { items } : {}),
    ...(limit ? { limit } : {}),
  };
  const answer = await callPlane(context, { transfer, method: 'POST', path: '/query', message, signal }).catch(
    tellRefusal(transfer.counterparty.slug),
  );
  const { rows, more, digest } = openAnswer(transfer, key, answer);
  await audit.recordAlone({
    participant,
    kind: 'delivery',
    outcome: 'ok',
    counterparty: transfer.counterparty.did,
    transfer: transfer.id,
    agreement: transfer.agreementId,
    dataset: transfer.dataset,
    purpose,
    caseNumber: caseNumber ?? undefined,
    rows: rows.length,
    detail: { step: 'query received', exchange: String(answer.exchange), digest },
  });
  return { rows, more, digest };
}
