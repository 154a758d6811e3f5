import type { JsonObject } from '../../house.ts';
import type { InnerState, Negotiation, NegotiationState, Role, Transfer, TransferState } from '../dsp.ts';

/** Why a process ended or waits. */
export interface Ending {
  code: string;
  reason: string[];
}

/** Columns that negotiations and transfers share. */
export interface ProcessRow {
  id: string;
  participant: string;
  role: Role;
  initiator: Role;
  provider_pid: string | null;
  consumer_pid: string | null;
  counterparty_did: string;
  counterparty_slug: string;
  counterparty_address: string;
  state: string | null;
  inner_state: InnerState;
  ending: (Ending & { by: Role }) | null;
  termination: Ending | null;
  dataset: string;
  extension: JsonObject;
  agreement_id: string | null;
  created_at: Date;
  updated_at: Date;
}

/** A row of exchange.negotiations. */
export interface NegotiationRow extends ProcessRow {
  offer: JsonObject;
  offered_by: Role;
  offer_ids: string[];
  agreement: JsonObject | null;
  purpose: string | null;
  retired_at: Date | null;
}

/** A row of exchange.transfers. */
export interface TransferRow extends ProcessRow {
  agreement_id: string;
  format: string;
  data_address: JsonObject | null;
  suspended_by: Role | null;
}

/** What a step changes in a row. */
export type Patch = Partial<Omit<NegotiationRow & TransferRow, 'id' | 'participant' | 'role'>>;

function sharedOf(row: ProcessRow) {
  return {
    id: row.id,
    participant: row.participant,
    role: row.role,
    providerPid: row.provider_pid,
    consumerPid: row.consumer_pid,
    counterparty: { did: row.counterparty_did, slug: row.counterparty_slug, address: row.counterparty_address },
    inner: row.inner_state,
    ending: row.ending,
    dataset: row.dataset,
    extension: row.extension,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** A negotiation as other parts see it. */
export function toNegotiation(row: NegotiationRow): Negotiation {
  return {
    ...sharedOf(row),
    state: row.state as NegotiationState | null,
    initiator: row.initiator,
    offer: row.offer,
    offeredBy: row.offered_by,
    agreement: row.agreement,
    agreementId: row.agreement_id,
    purpose: row.purpose,
    retiredAt: row.retired_at,
  };
}

/** A transfer as other parts see it. */
export function toTransfer(row: TransferRow): Transfer {
  return {
    ...sharedOf(row),
    state: row.state as TransferState | null,
    agreementId: row.agreement_id,
    format: row.format,
    dataAddress: row.data_address,
    suspendedBy: row.suspended_by,
  };
}
