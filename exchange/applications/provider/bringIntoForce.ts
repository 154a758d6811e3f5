import type { Tx } from '../../../store/index.ts';
import type { Negotiation, NegotiationState, Verdict } from '../../dsp/dsp.ts';
import type { Grant } from '../../grants/grants.ts';
import type { AskingContext } from '../context.ts';

const gone = (state: string) => ({ code: 'xy:grant-not-active', reason: [`the grant is ${state}`] });

/**
 * A verified agreement comes into force when its grant is on the chain. The negotiation's row is locked by the caller; whoever
 * changes the grant locks it too, so that one of the two always sees both.
 */
export async function bringIntoForce(
  { grants }: Pick<AskingContext, 'grants'>,
  tx: Tx,
  { participant, agreementId }: Negotiation,
): Promise<Verdict | null> {
  const grant = agreementId === null ? null : await grants.readByAgreement(participant, agreementId, tx);
  // An agreement that was not made here is somebody else's to finalize.
  if (!grant) return null;
  if (grant.state === 'active') return { do: 'finalize' };
  if (grant.state === 'pending' || grant.state === 'suspended') return { do: 'wait', for: 'chain' };
  return { do: 'terminate', ...gone(grant.state) };
}

/** Finalizes the agreement that waited for its grant, or ends it when the grant ended first. */
export async function followGrant({ dsp }: Pick<AskingContext, 'dsp'>, tx: Tx, grant: Grant): Promise<void> {
  const { participant, agreement, role, state } = grant;
  if (role !== 'provider' || state === 'pending' || state === 'suspended') return;
  const [waiting] = await tx<{ id: string; state: NegotiationState | null }[]>`
    SELECT id, state FROM exchange.negotiations
    WHERE participant = ${participant} AND agreement_id = ${agreement} AND role = 'provider' FOR UPDATE`;
  if (waiting?.state !== 'VERIFIED') return;
  if (state === 'active') await dsp.finalize({ participant, id: waiting.id, tx });
  else await dsp.terminateNegotiation({ participant, id: waiting.id, ...gone(state), tx });
}
