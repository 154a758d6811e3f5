import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest();

/** Bits of authenticator data (Web Authentication Level 3, 6.1). */
const flag = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

export interface SoftAuthenticatorParameters {
  /** The page that the browser shows. */
  origin: string;
  /** Whether it asks for a PIN or a fingerprint. */
  verifiesUser?: boolean;
}

/** A WebAuthn authenticator in software with one ES256 credential, and the part of the browser before it. */
export function makeSoftAuthenticator({ origin, verifiesUser = true }: SoftAuthenticatorParameters) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const credentialId = randomBytes(32);
  let counter = 0;

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  const head = (rpId: string, flags: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    const verified = verifiesUser ? flag.verified : 0;
    return Buffer.concat([sha256(rpId), Buffer.of(flags | flag.present | verified), count]);
  };

  const cosePublicKey = () => {
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' }) as { x?: string; y?: string };
    const coordinate = (text: string) => Buffer.concat([Buffer.of(0x58, 32), Buffer.from(text, 'base64url')]);
    // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
    const start = Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21);
    return Buffer.concat([start, coordinate(x), Buffer.of(0x22), coordinate(y)]);
  };

  const answer = (response: Record<string, unknown>) => ({
    id: base64url(credentialId),
    rawId: base64url(credentialId),
    type: 'public-key',
    authenticatorAttachment: 'platform',
    clientExtensionResults: {},
    response,
  });

  return {
    /** Answers `navigator.credentials.create`. */
    create({ challenge, rp }: { challenge: string; rp: { id: string } }) {
      const data = Buffer.concat([
        head(rp.id, flag.attested),
        Buffer.alloc(16),
        Buffer.of(0, credentialId.length),
        credentialId,
        cosePublicKey(),
      ]);
      const text = (value: string) => Buffer.concat([Buffer.of(0x60 + value.length), Buffer.from(value)]);
      const attestationObject = Buffer.concat([
        Buffer.of(0xa3),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.of(0xa0), text('authData')],
        Buffer.of(0x58, data.length),
        data,
      ]);
      return answer({
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      });
    },
    /** Answers `navigator.credentials.get`. */
    get({ challenge, rpId }: { challenge: string; rpId: string }) {
      const [data, client] = [head(rpId, 0), clientData('webauthn.get', challenge)];
      const signature = createSign('sha256').update(data).update(sha256(client)).sign(privateKey);
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
        userHandle: null,
      });
    },
  };
}
