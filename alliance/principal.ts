/** What a person is in its organisation; several at once. */
export type Role = 'admin' | 'operator' | 'developer' | 'steward' | 'auditor' | 'viewer';

/** Every role, from the most to the least. */
export const roles = ['admin', 'operator', 'developer', 'steward', 'auditor', 'viewer'] as const satisfies Role[];

/** Where an organisation stands in the alliance; the chain decides all but `guest`. */
export type Standing = 'guest' | 'applied' | 'admitted' | 'suspended' | 'left';

/** What an API key was made for. */
export type Scope =
  | 'read'
  | 'capture'
  | 'field'
  | 'transact'
  | 'govern'
  | 'credentials'
  | 'publish'
  | 'nodes'
  | 'exchange'
  | 'operate';

/** Every scope of API keys. */
export const scopes = [
  'read',
  'capture',
  'field',
  'transact',
  'govern',
  'credentials',
  'publish',
  'nodes',
  'exchange',
  'operate',
] as const satisfies Scope[];

/** Slug of the organisation that runs the platform. */
export const platformSlug = 'operator';

/** Who makes a request: a signed-in person or an API key, both on behalf of one organisation. */
export interface Principal {
  kind: 'person' | 'key';
  id: string;
  name: string;
  /** Slug of the member (organisation). */
  member: string;
  /** Of a person; none for keys. */
  roles: Role[];
  /** Of a key; none for persons. */
  scopes: Scope[];
  /** Of the organisation, as read with this request. */
  standing: Standing;
  /** True when the organisation is the platform's own. */
  platform: boolean;
  /** True when the person signed in with a passkey or gave a second factor. */
  secondFactor: boolean;
  /** True when the organisation wants a second factor of its people. */
  secondFactorNeeded?: boolean;
  /** True for an organisation that a demonstration brought along. */
  demo?: boolean;
}
