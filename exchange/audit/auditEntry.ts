import type { JsonObject } from '../house.ts';

/** How an act ended: done, not allowed, or tried without success. */
export type Outcome = 'ok' | 'refused' | 'failed';

/**
 * What happened, as the parts of the room tell it. Usual kinds: `message.sent`, `message.received`, `application`, `decision`,
 * `refusal`, `grant`, `delivery`, `key.released`, `answer`, `deletion`, `act`.
 */
export interface AuditEntry {
  /** Slug of the department whose record it is. */
  participant: string;
  kind: string;
  outcome: Outcome;
  /** DID of the other side; left out for strangers who proved nothing. */
  counterparty?: string | undefined;
  /** Own process ids (the participant's side) and the agreement's id, which both sides share. */
  negotiation?: string | undefined;
  transfer?: string | undefined;
  agreement?: string | undefined;
  application?: string | undefined;
  /** Id of the grant on the chain. */
  grant?: string | undefined;
  dataset?: string | undefined;
  /** Code of the matter. */
  purpose?: string | undefined;
  /** Kept beside the signed text, which holds a salted digest of it, so that it can be erased. */
  caseNumber?: string | undefined;
  /** Pseudonyms of the people concerned; kept as `caseNumber` is. */
  subjects?: readonly string[] | undefined;
  bytes?: number | undefined;
  rows?: number | undefined;
  /** Facts about the act: no content of data, nothing of a person, no secret. */
  detail: JsonObject;
  /**
   * Texts that prove the act and go into the evidence bundle, by name; the record holds their SHA-256. A message over the wire
   * has `body` (as sent), `token` (of the authorization header, without Bearer); others are `agreement`, `application`,
   * `decision`, `grant`, `receipt`, `answer`, `ruling`: signed texts (JWS) or JSON.
   */
  documents?: Readonly<Record<string, string>> | undefined;
}

/** A record as named to others. */
export interface RecordReference {
  /** UUID, also the id of its statement in the evidence log. */
  id: string;
  /** SHA-256 of the record's canonical JSON before it got its place in the chain; lower-case hexadecimal. */
  digest: string;
}

/** What signs records: the connector's identity is one. */
export interface RecordSigner {
  /** The DID that the department's connector signs as now. */
  ensure(slug: string): Promise<{ did: string }>;
  /** A compact JWS over the payload by the department's connector, with `typ` = type and `kid` = its DID URL. */
  sign(slug: string, type: string, payload: JsonObject): Promise<string>;
}
