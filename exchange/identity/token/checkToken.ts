import { connectorErrors } from '../errors.ts';
import type { Caller, Message } from '../identity.ts';
import { readSigned } from '../signatures.ts';
import type { CheckStanding } from './checkStanding.ts';
import {
  findClaimFault,
  mostTokenChars,
  sha256,
  type TokenClaims,
  tokenSeconds,
  tokenType,
  toleranceSeconds,
} from './claims.ts';
import type { TakeToken } from './takeToken.ts';

export interface CheckTokenParameters extends Message {
  /** DIDs of the connector that is called: whoever did not hear of its new keys yet still means it. */
  audiences: readonly string[];
  authorization: string | undefined;
  now: Date;
  checkStanding: CheckStanding;
  takeToken: TakeToken;
}

const show = (seconds: number) => new Date(seconds * 1_000).toISOString();

function assertInTime({ iat, exp }: TokenClaims, now: Date): void {
  const second = now.getTime() / 1_000;
  const inTime = iat <= second + toleranceSeconds && exp >= second - toleranceSeconds;
  if (inTime && exp > iat && exp - iat <= tokenSeconds) return;
  const isTime = [iat, exp].every((time) => Math.abs(time) < 8.64e12);
  throw connectorErrors.tokenExpired({ period: isTime ? `${show(iat)} – ${show(exp)}` : 'at no time' });
}

/**
 * Who sent a message. What costs least is looked at first, and what only the right sender can reach is written last.
 * @throws CONNECTOR_TOKEN_…, CONNECTOR_CREDENTIAL_…, CONNECTOR_MEMBER_…, CONNECTOR_STANDING_UNKNOWN (retryable)
 */
export async function checkToken(parameters: CheckTokenParameters): Promise<Caller> {
  const { authorization, audiences, now, method, path, body, checkStanding, takeToken } = parameters;
  const [, token] = /^Bearer (\S+)$/i.exec(authorization ?? '') ?? [];
  if (token === undefined) throw connectorErrors.tokenMissing();
  const unreadable = (problem: string) => connectorErrors.tokenUnreadable({ problem });
  if (token.length > mostTokenChars) throw unreadable(`it has more than ${mostTokenChars} characters`);
  const read = readSigned(token, tokenType);
  if (typeof read === 'string') throw unreadable(read);
  const fault = findClaimFault(read.payload);
  if (fault) throw unreadable(fault);
  const claims = read.payload as TokenClaims;
  const { did } = read;
  if (claims.iss !== did || !(await read.check())) throw connectorErrors.tokenForged({ did: claims.iss.slice(0, 200) });
  assertInTime(claims, now);
  if (!audiences.includes(claims.aud)) throw connectorErrors.tokenAudience({ audience: claims.aud.slice(0, 200) });
  if (claims.method !== method.toUpperCase() || claims.path !== path) {
    throw connectorErrors.tokenPath({ expected: `${claims.method} ${claims.path}`.slice(0, 500), method, path });
  }
  if (claims.bodyDigest !== sha256(body)) throw connectorErrors.tokenBody();
  const [connector = '', membership = ''] = claims.vp.verifiableCredential;
  const slug = await checkStanding(did, [connector, membership]);
  await takeToken({ issuer: did, jti: claims.jti, exp: claims.exp });
  return { did, slug, token, tokenDigest: sha256(token) };
}
