/** The type of an attribute in the policies; one that is not given counts as '', false, 0 or an empty set. */
export type AttributeType = 'String' | 'Boolean' | 'Long' | 'Set';

/**
 * Types of things that somebody does something to, with the attributes that policies may look at. Every type has `id` and
 * `member`, the slug of the organisation it belongs to ('' for none).
 */
export const resourceTypes = {
  /** `unattended`: a guest that has no people of its own yet. */
  Organisation: { unattended: 'Boolean' },
  Person: { roles: 'Set' },
  Invitation: {},
  ApiKey: { scopes: 'Set', unattended: 'Boolean' },
  Act: {},
  CaptureJob: {},
  Recall: {},
  Certificate: {},
  Finding: {},
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
  /** `belongs` and `chairs`: whether the principal is in the group, and leads it. */
  Group: { belongs: 'Boolean', chairs: 'Boolean' },
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
