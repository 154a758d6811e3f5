import type { FastifyPluginAsync } from 'fastify';
import type { Tx } from '../../store/index.ts';
import type { JsonObject } from '../house.ts';

/** Which side of a process the participant is on; fixed when the process begins, not by the participant. */
export type Role = 'provider' | 'consumer';
/** States of a contract negotiation as both sides see them (2025-1, §Contract Negotiation Protocol, States). */
export type NegotiationState =
  | 'REQUESTED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'AGREED'
  | 'VERIFIED'
  | 'FINALIZED'
  | 'TERMINATED';
/** States of a transfer process as both sides see them (2025-1, §Transfer Process Protocol, States). */
export type TransferState = 'REQUESTED' | 'STARTED' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';
/**
 * What this side is at, which the other side never sees: a message of ours is not acknowledged yet (`sending`), a
 * decision of a person or of the chain is awaited, it is the other side's turn, or nothing is left to do.
 */
export type InnerState = 'sending' | 'person' | 'chain' | 'counterparty' | 'done';

/** The other connector of a process. `address` is where its messages go: the base of its DSP 2025-1 endpoints. */
export interface Counterparty {
  did: string;
  /** Slug in the registry; empty when it is in none. */
  slug: string;
  address: string;
}

interface Process<State> {
  /** UUID of this side; its pid on the wire is `urn:uuid:<id>`. */
  id: string;
  participant: string;
  role: Role;
  /** Null until the other side named its own. */
  providerPid: string | null;
  consumerPid: string | null;
  counterparty: Counterparty;
  /** Null until the first message was acknowledged. */
  state: State | null;
  inner: InnerState;
  /** Why it was terminated or suspended; null otherwise. */
  ending: { code: string; reason: string[]; by: Role } | null;
  createdAt: Date;
  updatedAt: Date;
}

/** A contract negotiation as one side keeps it. */
export interface Negotiation extends Process<NegotiationState> {
  initiator: Role;
  /** The offer on the table (a DSP MessageOffer with `@id` and `target`) and who put it there. */
  offer: JsonObject;
  offeredBy: Role;
  agreement: JsonObject | null;
  agreementId: string | null;
  /** Id of the dataset, the target of the offer. */
  dataset: string;
  /** `purpose` of the application, if any; a finalized agreement is used again for the same dataset and purpose. */
  purpose: string | null;
  /** Members of the last request or offer message that are ours (`xy:…`). */
  extension: JsonObject;
  /** When the agreement was retired (revoked, expired): it is not used again. */
  retiredAt: Date | null;
}

/** A transfer process as one side keeps it. */
export interface Transfer extends Process<TransferState> {
  agreementId: string;
  dataset: string;
  format: string;
  /** Where the data are (pull, from the start message) or go (push, from the request). */
  dataAddress: JsonObject | null;
  /** Members of the request message that are ours (`xy:…`). */
  extension: JsonObject;
  /** Who suspended it, while it is suspended. */
  suspendedBy: Role | null;
}

/** What has just happened to a process; `by` is the side whose message it was. */
export interface ProcessEvent<State> {
  what: Lowercase<State & string>;
  by: Role;
  /** The message that did it. */
  message: JsonObject;
}
/** `requested`, `offered`, `accepted`, `agreed`, `verified`, `finalized` or `terminated`. */
export type NegotiationEvent = ProcessEvent<NegotiationState>;
/** `requested`, `started` (resumed too), `suspended`, `completed` or `terminated`. */
export type TransferEvent = ProcessEvent<TransferState>;

/** What a hook wants done next with a negotiation. What is illegal in its state fails with DSP_ILLEGAL_STEP. */
export type Verdict =
  | { do: 'wait'; for: 'person' | 'chain' }
  /** Provider. Without `policy` the agreement has the rules of the offer on the table. */
  | { do: 'agree'; policy?: JsonObject }
  /** Provider: a counter-offer; `@id` is given by the control plane when it is missing. */
  | { do: 'offer'; policy: JsonObject; extension?: JsonObject }
  /** Consumer: a counter-offer. */
  | { do: 'request'; policy: JsonObject; extension?: JsonObject }
  | { do: 'accept' }
  | { do: 'verify' }
  | { do: 'finalize' }
  | { do: 'terminate'; code: string; reason: string[] };

/** What a hook wants done next with a transfer. */
export type TransferVerdict =
  | { do: 'wait'; for: 'person' | 'chain' }
  /** Provider: the start message with the address of the data plane. */
  | { do: 'begin'; dataAddress?: JsonObject }
  | { do: 'suspend'; code: string; reason: string[] }
  | { do: 'complete' }
  | { do: 'terminate'; code: string; reason: string[] };

/**
 * What the other parts of the room say to every step, of both roles and whoever made it. Called in the transaction of
 * the step; all that a hook reads or writes goes through `tx`, for a second connection may never come. The first hook that gives a verdict decides; null leaves it to the next one. Without any verdict a provider
 * waits for a person after `requested` and for the chain after `verified`, agrees after `accepted`; a consumer waits
 * for a person after `offered` and verifies after `agreed`. An error with a status below 500 refuses the message with 400.
 */
export interface DspHooks {
  onNegotiation?(tx: Tx, negotiation: Negotiation, event: NegotiationEvent): Promise<Verdict | null>;
  onTransfer?(tx: Tx, transfer: Transfer, event: TransferEvent): Promise<TransferVerdict | null>;
  /**
   * Consumer: what is wrong with an agreement whose rules differ from the offer on the table; an empty list accepts it.
   * Without any such hook every difference is refused.
   */
  checkTerms?(tx: Tx, negotiation: Negotiation, agreement: JsonObject): Promise<string[]>;
}

export interface StartNegotiationParameters {
  participant: string;
  /** `consumer` (the default) sends a request, `provider` an offer. */
  role?: Role;
  /**
   * Slug or DID of the other side, or its entry in the registry. Within a transaction of the caller give the entry: looking
   * it up takes a second connection, and as many callers as there are connections would wait for each other for ever.
   */
  counterparty: string | Counterparty;
  /** A DSP offer with `@id` and `target`. */
  offer: JsonObject;
  /** Our own members of the message, such as `xy:application`. */
  extension?: JsonObject;
  purpose?: string;
  /** Gives a finalized, not retired agreement for the same dataset and purpose instead; true by default for consumers. */
  reuse?: boolean;
  /** Makes the call idempotent: the same participant and key is one negotiation. */
  key?: string;
  tx?: Tx;
}
export interface StepParameters {
  participant: string;
  /** `id` of the process. */
  id: string;
  tx?: Tx;
}
export interface EndParameters extends StepParameters {
  code: string;
  reason: string[];
}
export interface OfferParameters extends StepParameters {
  policy: JsonObject;
  extension?: JsonObject;
}
export interface StartTransferParameters {
  participant: string;
  /** `@id` of an agreement in which the participant is the consumer. */
  agreementId: string;
  format: string;
  /** Only for push. */
  dataAddress?: JsonObject;
  extension?: JsonObject;
  key?: string;
  tx?: Tx;
}

export interface ListNegotiationsParameters {
  participant: string;
  role?: Role;
  state?: NegotiationState;
  dataset?: string;
  pageToken?: string;
  perPage?: number;
}
export interface ListTransfersParameters {
  participant: string;
  role?: Role;
  state?: TransferState;
  agreementId?: string;
  pageToken?: string;
  perPage?: number;
}
export interface Listed<Item> {
  items: Item[];
  nextPageToken: string | null;
}

/** A message as it was on the wire; for evidence. */
export interface WireMessage {
  id: string;
  direction: 'in' | 'out';
  process: string;
  kind: 'negotiation' | 'transfer';
  type: string;
  /** The bytes that were sent, as text, and the token they were sent with. */
  body: string;
  token: string;
  /** HTTP method and path that the token is bound to. */
  method: string;
  path: string;
  /** Status of the answer; null while there is none. */
  status: number | null;
  at: Date;
}

/** The control plane of the Dataspace Protocol 2025-1, for provider and consumer. */
export interface Dsp {
  /** Adds a part's hooks, after those added before. */
  use(hooks: DspHooks): void;

  /** @throws DSP_COUNTERPARTY_UNKNOWN, DSP_MESSAGE_INVALID */
  startNegotiation(parameters: StartNegotiationParameters): Promise<Negotiation>;
  /** Consumer's counter-offer. The steps throw DSP_NEGOTIATION_UNKNOWN and DSP_ILLEGAL_STEP. */
  request(parameters: OfferParameters): Promise<Negotiation>;
  offer(parameters: OfferParameters): Promise<Negotiation>;
  accept(parameters: StepParameters): Promise<Negotiation>;
  agree(parameters: StepParameters & { policy?: JsonObject }): Promise<Negotiation>;
  verify(parameters: StepParameters): Promise<Negotiation>;
  finalize(parameters: StepParameters): Promise<Negotiation>;
  terminateNegotiation(parameters: EndParameters): Promise<Negotiation>;
  /** The agreement is not used again, and no transfer can be requested under it. */
  retireAgreement(tx: Tx, participant: string, agreementId: string): Promise<void>;
  readNegotiation(participant: string, id: string): Promise<Negotiation | null>;
  readByAgreement(participant: string, agreementId: string): Promise<Negotiation | null>;
  listNegotiations(parameters: ListNegotiationsParameters): Promise<Listed<Negotiation>>;

  /** Consumer's request under an agreement. @throws DSP_AGREEMENT_UNKNOWN, DSP_AGREEMENT_RETIRED */
  startTransfer(parameters: StartTransferParameters): Promise<Transfer>;
  /** Provider's start message. The steps throw DSP_TRANSFER_UNKNOWN and DSP_ILLEGAL_STEP. */
  begin(parameters: StepParameters & { dataAddress?: JsonObject }): Promise<Transfer>;
  suspend(parameters: EndParameters): Promise<Transfer>;
  /** Starts a suspended transfer again, from either side. */
  resume(parameters: StepParameters): Promise<Transfer>;
  complete(parameters: StepParameters): Promise<Transfer>;
  terminateTransfer(parameters: EndParameters): Promise<Transfer>;
  readTransfer(participant: string, id: string): Promise<Transfer | null>;
  listTransfers(parameters: ListTransfersParameters): Promise<Listed<Transfer>>;

  /** Asks another connector for a page of its catalog. `next` names the following page. */
  requestCatalog(parameters: {
    participant: string;
    counterparty: string;
    filter?: JsonObject[];
    page?: string;
    signal?: AbortSignal;
  }): Promise<{ catalog: JsonObject; next: string | null }>;
  /** Asks another connector for a dataset; null when it is unknown there or not for us. */
  requestDataset(parameters: {
    participant: string;
    counterparty: string;
    dataset: string;
    signal?: AbortSignal;
  }): Promise<JsonObject | null>;

  /** Every message of a negotiation or transfer that was accepted, in order. */
  readMessages(participant: string, process: string): Promise<WireMessage[]>;
  /** The DSP endpoints below /dsp/:participant, and the version document of the host. */
  routes: FastifyPluginAsync;
  /** Sends what is due, ends what timed out, until the signal aborts; any number of processes may run it. */
  run(signal: AbortSignal): Promise<void>;
}
