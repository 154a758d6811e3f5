/** The type of an attribute in the policies; one that is not given counts as '', false, 0 or an empty set. */
export type AttributeType = 'String' | 'Boolean' | 'Long' | 'Set';

/**
 * Types of things that somebody does something to, with the attributes that policies may look at. Every type has `id` and
 * `member`, the slug of the organisation it belongs to ('' for none).
 */
export const resourceTypes = {
  Organisation: {},
  Person: { roles: 'Set' },
  Invitation: {},
  ApiKey: { createdBy: 'String' },
  Act: {},
  CaptureJob: {},
  EvidenceRecord: {},
  Transaction: {},
  Wallet: {},
  Webhook: {},
  Contract: {},
  Relay: {},
  Platform: {},
  Proposal: {},
  Comment: { author: 'String' },
  Credential: { issuer: 'String', holder: 'String' },
  Group: { members: 'Set', open: 'Boolean' },
  Publication: {},
  Call: { open: 'Boolean' },
  Achievement: {},
  Node: {},
} as const satisfies Record<string, Record<string, AttributeType>>;

/** A thing that somebody does something to. */
export interface Resource {
  /** One of `resourceTypes`. */
  type: string;
  id: string;
  /** Slug of the organisation it belongs to. */
  member?: string;
  attributes?: Record<string, string | boolean | number | string[]>;
}
