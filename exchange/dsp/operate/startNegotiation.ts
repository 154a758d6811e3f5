import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../store/index.ts';
import type { DspContext } from '../context.ts';
import type { Counterparty, Negotiation, StartNegotiationParameters } from '../dsp.ts';
import { dspErrors } from '../errors.ts';
import { findProblems } from '../messages/checkMessage.ts';
import { messageContext, noPid, pidOf } from '../messages/context.ts';
import { negotiationKind } from '../process/negotiationKind.ts';
import { queueStep } from '../process/queueStep.ts';
import { purposeOf } from '../receive/firstMessages.ts';
import { insertProcess } from '../store/processes.ts';
import { type NegotiationRow, toNegotiation } from '../store/rows.ts';
import { within } from './takeStep.ts';

/** The active connector of a department. @throws DSP_COUNTERPARTY_UNKNOWN */
export async function findCounterparty({ registry }: DspContext, counterparty: string): Promise<Counterparty> {
  const entry = await registry.find(counterparty);
  if (entry?.state !== 'active') throw dspErrors.counterpartyUnknown({ counterparty });
  return { did: entry.did, slug: entry.slug, address: entry.address };
}

function checkOwnOffer({ offer }: StartNegotiationParameters): void {
  const draft = {
    '@context': messageContext,
    '@type': 'ContractRequestMessage',
    consumerPid: noPid,
    callbackAddress: 'https://a.example',
    offer,
  };
  const problems = findProblems('ContractRequestMessage', draft);
  if (problems.length > 0) throw dspErrors.messageInvalid({ problem: problems.join('; ') });
}

/** The newest agreement that is still good for the same data and purpose. */
async function findReusable(
  tx: Tx,
  p: { participant: string; slug: string; dataset: string; purpose: string | null },
): Promise<NegotiationRow | null> {
  const [row] = await tx<NegotiationRow[]>`
    SELECT * FROM exchange.negotiations
    WHERE participant = ${p.participant} AND role = 'consumer' AND counterparty_slug = ${p.slug} AND counterparty_slug <> ''
      AND dataset = ${p.dataset} AND purpose IS NOT DISTINCT FROM ${p.purpose}
      AND state = 'FINALIZED' AND retired_at IS NULL
    ORDER BY created_at DESC LIMIT 1`;
  return row ?? null;
}

/** Begins a negotiation with a connector whose address is known. */
export async function beginNegotiation(
  context: DspContext,
  tx: Tx,
  { parameters, counterparty }: { parameters: StartNegotiationParameters; counterparty: Counterparty },
): Promise<Negotiation> {
  const { participant, role = 'consumer', offer, extension = {}, key = null } = parameters;
  const dataset = String(offer.target);
  const purpose = parameters.purpose ?? purposeOf(extension);
  if (key !== null) {
    const [known] = await tx<NegotiationRow[]>`
      SELECT * FROM exchange.negotiations WHERE participant = ${participant} AND key = ${key}`;
    if (known) return toNegotiation(known);
  }
  if (role === 'consumer' && parameters.reuse !== false) {
    const { slug } = counterparty;
    const found = await findReusable(tx, { participant, slug, dataset, purpose });
    if (found) return toNegotiation(found);
  }
  const id = randomUUID();
  const at = context.house.now();
  const row = await insertProcess<NegotiationRow>(tx, 'negotiation', {
    id,
    participant,
    role,
    initiator: role,
    provider_pid: role === 'provider' ? pidOf(id) : null,
    consumer_pid: role === 'consumer' ? pidOf(id) : null,
    counterparty_did: counterparty.did,
    counterparty_slug: counterparty.slug,
    counterparty_address: counterparty.address,
    state: null,
    inner_state: 'sending',
    offer,
    offered_by: role,
    offer_ids: [String(offer['@id'])],
    agreement: null,
    agreement_id: null,
    dataset,
    purpose,
    extension,
    retired_at: null,
    key,
    created_at: at,
    updated_at: at,
  });
  if (!row) {
    const [twin] = await tx<NegotiationRow[]>`
      SELECT * FROM exchange.negotiations WHERE participant = ${participant} AND key = ${key}`;
    if (!twin) throw dspErrors.busy();
    return toNegotiation(twin);
  }
  const step = role === 'consumer' ? 'request' : 'offer';
  const payload = { offer, ...extension };
  return toNegotiation(await queueStep(context, tx, { kind: negotiationKind, row, step, payload }));
}

/** Begins a negotiation, or gives the agreement that makes it needless. @throws DSP_COUNTERPARTY_UNKNOWN, DSP_MESSAGE_INVALID */
export async function startNegotiation(
  context: DspContext,
  parameters: StartNegotiationParameters,
): Promise<Negotiation> {
  checkOwnOffer(parameters);
  const { counterparty: given } = parameters;
  const counterparty = typeof given === 'string' ? await findCounterparty(context, given) : given;
  return within(context, parameters.tx, (tx) => beginNegotiation(context, tx, { parameters, counterparty }));
}
