import type { ApiKey } from '../../api/keys.ts';

/** What a key of a phone may do. */
export const phoneScopes = ['field'];
/** Marks a key as one of a phone, wherever keys are listed. */
const mark = '📱 ';

/** The name of a phone's key. */
export const keyNameOf = (who: string) => mark + who;
/** Who uses a phone. */
export const userOf = ({ name }: Pick<ApiKey, 'name'>) => name.slice(mark.length);
/** Whether a key is one of a phone. */
export const isPhone = ({ name, scopes }: ApiKey) => name.startsWith(mark) && scopes.join() === phoneScopes.join();

/** How far a phone is. */
export function stateOf({ revokedAt, expiresAt, lastUsedAt }: ApiKey): 'new' | 'active' | 'revoked' | 'over' {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) return 'over';
  return lastUsedAt === null ? 'new' : 'active';
}

/** The address that connects a phone. The key is in the fragment, which no browser sends and no server logs. */
export const linkOf = (key: string) => `${window.location.origin}/field#link=${key}`;
