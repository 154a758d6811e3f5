import { request } from './request.ts';

interface Principal {
  kind: 'person' | 'key';
  id: string;
  name: string;
  member: string;
  role: 'operator' | 'member' | 'viewer';
  scopes: string[];
}

export interface Session {
  principal: Principal | null;
  setupNeeded: boolean;
}

/** Who is signed in, and whether the first operator is still missing. */
export function getSession(signal?: AbortSignal): Promise<Session> {
  return request('/api/session', { signal });
}

/** Starts a session; the server keeps it in an HttpOnly cookie. */
export function signIn(credentials: { email: string; password: string }): Promise<unknown> {
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
