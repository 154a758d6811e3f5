import { randomBytes } from 'node:crypto';
import type { Message } from '../identity.ts';
import type { ConnectorKeys } from '../keys/openKeys.ts';
import { signAs } from '../signatures.ts';
import { sha256, type TokenClaims, tokenSeconds, tokenType } from './claims.ts';

export interface MakeTokenParameters extends Message {
  keys: Pick<ConnectorKeys, 'did' | 'signing'>;
  audience: string;
  credentials: { connector: string; membership: string };
  now: Date;
}

/** A token for one message, signed by the connector's DID. */
export async function makeToken(parameters: MakeTokenParameters): Promise<string> {
  const { keys, audience, credentials, now, method, path, body } = parameters;
  const iat = Math.floor(now.getTime() / 1_000);
  const claims: TokenClaims = {
    iss: keys.did,
    aud: audience,
    iat,
    exp: iat + tokenSeconds,
    jti: randomBytes(18).toString('base64url'),
    method: method.toUpperCase(),
    path,
    bodyDigest: sha256(body),
    vp: { type: 'VerifiablePresentation', verifiableCredential: [credentials.connector, credentials.membership] },
  };
  return signAs({ did: keys.did, key: keys.signing, type: tokenType }, claims);
}
