import { deliveryErrors } from '../errors.ts';
import type { DeliveryContext } from '../parts.ts';
import type { Admitted } from './admit.ts';
import { judge } from './judge.ts';

/** The transfer's key for the consumer, by the key broker, which asks the chain first. Gives a JWE. */
export async function releaseTransferKey(context: DeliveryContext, { transfer, delivery }: Admitted): Promise<string> {
  const { participant, id, agreementId: agreement } = transfer;
  // Queries state their purpose each; everything else did when it was opened.
  const asked = transfer.format === 'xy:query';
  if (!asked && delivery.opened_at === null) throw deliveryErrors.notReady({ number: 0 });
  const grant = asked
    ? await context.grants.readByAgreement(participant, agreement)
    : await judge(context, {
        participant,
        agreement,
        stage: 'request',
        purpose: delivery.purpose,
        caseNumber: delivery.case_number,
        counts: false,
      });
  if (!grant) throw deliveryErrors.grantNotActive({ agreement, state: 'not there' });
  return context.grants.releaseKey({ grant, transfer: id, key: await context.keys.open(delivery) });
}
