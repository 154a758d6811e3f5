/** What a person may do; keys always act as `member`. */
export type Role = 'operator' | 'member' | 'viewer';

/** What an API key was made for. */
export type Scope = 'capture' | 'read' | 'transact';

/** Who makes a request: a signed-in person or an API key, both on behalf of one member. */
export interface Principal {
  kind: 'person' | 'key';
  id: string;
  name: string;
  /** Slug of the member (organisation). */
  member: string;
  role: Role;
  scopes: Scope[];
}

const scopesOfRole: Readonly<Record<Role, Scope[]>> = {
  operator: ['capture', 'read', 'transact'],
  member: ['capture', 'read', 'transact'],
  viewer: ['read'],
};

/** The scopes that a person has by role. */
export function scopesOf(role: Role): Scope[] {
  return [...scopesOfRole[role]];
}
