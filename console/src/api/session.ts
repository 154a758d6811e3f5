import { request } from './request.ts';

export type Role = 'admin' | 'operator' | 'developer' | 'steward' | 'auditor' | 'viewer';
export type Standing = 'guest' | 'applied' | 'admitted' | 'suspended' | 'left';

interface Principal {
  kind: 'person' | 'key';
  id: string;
  name: string;
  member: string;
  roles: Role[];
  scopes: string[];
  standing: Standing;
  /** True when the organisation is the platform's own. */
  platform: boolean;
  secondFactor: boolean;
  secondFactorNeeded?: boolean;
}

export interface Session {
  principal: Principal | null;
  /** What the person may do within its own organisation, such as `keys:create`. */
  permissions: string[];
  setupNeeded: boolean;
}

/** Whether the signed-in person may do this within its own organisation; the platform decides in the end. */
export function may(session: Session | undefined, action: string): boolean {
  return session?.permissions.includes(action) ?? false;
}

/** Who is signed in, and whether the first operator is still missing. */
export function getSession(signal?: AbortSignal): Promise<Session> {
  return request('/api/session', { signal });
}

/** Starts a session; the server keeps it in an HttpOnly cookie. */
export function signIn(credentials: {
  email: string;
  password: string;
}): Promise<Session & { secondFactorNeeded: boolean }> {
  return request('/api/auth/sign-in/email', { method: 'POST', body: credentials });
}

/** Ends the session. */
export function signOut(): Promise<unknown> {
  return request('/api/auth/sign-out', { method: 'POST', body: {} });
}

export interface SetUpParameters {
  token: string;
  name: string;
  email: string;
  password: string;
}

/** Makes the first operator. The one-time token travels in the body, never in a URL. */
export function setUp(parameters: SetUpParameters): Promise<unknown> {
  return request('/api/setup', { method: 'POST', body: parameters });
}
