import type { Hex } from 'viem';
import type { Tx } from '../../store/index.ts';
import type { JsonObject } from '../house.ts';
import type { Policy } from '../policy/policy.ts';

/** Whether data may be asked for under a grant: only while it is `active`. `refused`: the chain would not take it. */
export type GrantState = 'pending' | 'active' | 'suspended' | 'revoked' | 'renounced' | 'expired' | 'refused';

/** What a provider allows a consumer, as one of them keeps it; the chain holds the same without anything that names data or people. */
export interface Grant {
  /** Name on the chain; follows from the provider's chain key and the agreement. */
  id: Hex;
  /** Whose row this is. */
  participant: string;
  role: 'provider' | 'consumer';
  /** The `@id` of the agreement. */
  agreement: string;
  /** DIDs of the connectors, and the members that they belong to. */
  provider: string;
  consumer: string;
  providerSlug: string;
  consumerSlug: string;
  dataset: string;
  version: number;
  /** Code of the matter. */
  purpose: string;
  items: string[];
  notBefore: Date;
  /** The first moment at which it is over. */
  notAfter: Date;
  /** Null: as often as wanted. */
  maxCount: number | null;
  used: number;
  policy: Policy;
  /** See `digestRules`. */
  policyDigest: string;
  state: GrantState;
  /** The transaction that brought it to the chain. */
  transaction: Hex | null;
  /** Why it is in its state, in the words of who changed it. */
  reason: string | null;
  createdAt: Date;
  changedAt: Date;
}

/** What is granted, once an agreement is made. */
export interface IssueParameters {
  /** The provider's slug. */
  participant: string;
  agreement: string;
  /** DID or slug of the consumer's connector. */
  consumer: string;
  dataset: string;
  version: number;
  purpose: string;
  items: readonly string[];
  notBefore: Date;
  notAfter: Date;
  maxCount: number | null;
  /** The rules of the agreement, as they go over the wire. */
  policy: unknown;
}

/** What a consumer learns in the agreement under `xy:grant`, so that it finds the grant on the chain and can check it. */
export interface GrantDisclosure {
  id: Hex;
  salt: Hex;
  dataset: string;
  version: number;
  purpose: string;
  items: string[];
  notBefore: string;
  notAfter: string;
  maxCount: number | null;
}

export interface AdoptParameters {
  /** The consumer's slug. */
  participant: string;
  agreement: string;
  /** DID or slug of the provider's connector. */
  provider: string;
  /** The rules of the agreement, as they came. */
  policy: unknown;
  /** The agreement's `xy:grant`, as it came. */
  disclosure: unknown;
}

/** An act of a person or a role upon a grant. */
export interface GrantActParameters {
  participant: string;
  id: Hex;
  /** In words; only a salted digest goes to the chain. */
  reason: string;
  /** Who did it, for the record; a principal's id. */
  actor?: string;
}

/** One request for data under a grant. */
export interface UseParameters {
  at: Date;
  purpose: string;
  caseNumber: string | null;
}

/** What the data authority does to a grant that names it. */
export interface ArbitrateParameters extends GrantActParameters {
  act: 'suspend' | 'resume';
}

/** A key of a transfer for the grant's consumer. */
export interface ReleaseKeyParameters {
  grant: Grant;
  transfer: string;
  /** The key in clear; sealed to the consumer's registered encryption key. */
  key: Uint8Array;
}

/** Is told of every change in the SQL transaction that makes it, so that what follows from it is as durable. */
export type GrantListener = (tx: Tx, grant: Grant, before: GrantState | null) => Promise<void>;

/** Grants of the departments of this process, on both sides. */
export interface Grants {
  /** Provider: grants in the caller's transaction; the chain follows. @throws GRANT_TERMS_INVALID, GRANT_PARTY_UNKNOWN, GRANT_EXISTS */
  issue(tx: Tx, parameters: IssueParameters): Promise<Grant>;
  /** What the agreement carries under `xy:grant`. */
  disclose(tx: Tx, grant: Grant): Promise<GrantDisclosure>;
  /** Consumer: its own row, from the agreement; active once the chain shows the same. @throws GRANT_DISCLOSURE_INVALID, GRANT_PARTY_UNKNOWN */
  adopt(tx: Tx, parameters: AdoptParameters): Promise<Grant>;
  /** Provider or arbiter: no new requests at once. @throws GRANT_UNKNOWN, GRANT_ACT_NOT_ALLOWED */
  suspend(parameters: GrantActParameters, tx?: Tx): Promise<Grant>;
  /** Takes the own suspension back; data flow when the chain shows it. */
  resume(parameters: GrantActParameters, tx?: Tx): Promise<Grant>;
  /** Provider: ends it for good. */
  revoke(parameters: GrantActParameters, tx?: Tx): Promise<Grant>;
  /** Consumer: needs it no more. */
  renounce(parameters: GrantActParameters, tx?: Tx): Promise<Grant>;
  /** The data authority's suspension, and its end. @throws GRANT_UNKNOWN, GRANT_ACT_NOT_ALLOWED */
  arbitrate(parameters: ArbitrateParameters): Promise<void>;
  read(participant: string, id: Hex): Promise<Grant | null>;
  readByAgreement(participant: string, agreement: string, tx?: Tx): Promise<Grant | null>;
  /**
   * Counts one use, atomically; gives how many there are with it. Keep the transaction short: uses of one grant wait for each other.
   * @throws GRANT_UNKNOWN, GRANT_PENDING, GRANT_SUSPENDED, GRANT_REVOKED, GRANT_RENOUNCED, GRANT_EXPIRED, GRANT_NOT_YET,
   * GRANT_EXHAUSTED, GRANT_PURPOSE_DIFFERS
   */
  use(tx: Tx, grant: Grant, parameters: UseParameters): Promise<number>;
  /** Asks the chain itself, now. @throws what `use` throws, GRANT_CHAIN_DIFFERS, GRANT_CHAIN_SILENT (503, retryable) */
  assertFresh(grant: Grant): Promise<void>;
  /** Seals a transfer's key to the consumer, only after `assertFresh`, and records it; gives the JWE. */
  releaseKey(parameters: ReleaseKeyParameters): Promise<string>;
  /** What an evidence bundle says of an agreement's grant, with its salt; null without one. */
  evidence(participant: string, agreement: string): Promise<JsonObject | null>;
  onChange(listener: GrantListener): void;
  /** Carries messages to the chain, follows it, lets grants expire; until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
}

/** A signed call of DataGrants on its way to the chain. */
export interface ChainCall {
  to: Hex;
  data: Hex;
  /** The same key is the same call, however often it is submitted. */
  key: string;
  /** The department that signed it. */
  participant: string;
}

/** What became of a carried call. */
export interface CallOutcome {
  state: 'underway' | 'executed' | 'failed';
  transaction: Hex | null;
  reason: string | null;
}

/** Brings calls to the chain and pays: the ledger's own transactions, or the platform over HTTP. */
export interface ChainRelay {
  /** Gives a name to ask for the outcome with. The same key again is the same call. `tx`: with the caller's commit, where it can. */
  submit(call: ChainCall, tx?: Tx): Promise<string>;
  /** Null: never heard of it. */
  outcome(call: { reference: string; participant: string }): Promise<CallOutcome | null>;
}
