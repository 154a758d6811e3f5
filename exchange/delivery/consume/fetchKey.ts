import type { Transfer } from '../../dsp/dsp.ts';
import { deliveryErrors } from '../errors.ts';
import type { DeliveryParts } from '../parts.ts';
import { callPlane } from './callPlane.ts';

/** The key of a transfer; the provider's key broker looks at the grant on the chain before it gives it. */
export async function fetchKey(
  parts: Pick<DeliveryParts, 'house' | 'identity'>,
  transfer: Transfer,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { key } = await callPlane(parts, { transfer, method: 'POST', path: '/key', message: {}, signal });
  if (typeof key !== 'string') throw deliveryErrors.messageInvalid({ path: 'key', problem: 'it is missing' });
  return parts.identity.open(transfer.participant, key);
}
