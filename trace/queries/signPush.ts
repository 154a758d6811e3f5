import { createHmac } from 'node:crypto';

/**
 * The header `GS1-Signature` of a push: `t=<seconds since 1970>,v1=<HMAC-SHA-256 in lower hexadecimal>`, where the key is
 * the signatureToken in UTF-8 and the message is the number after `t=`, a full stop, and the bytes of the body. The time is
 * signed so that a receiver can refuse a push that somebody recorded and sends again.
 */
export function signPush(token: string, body: string, seconds: number): string {
  return `t=${seconds},v1=${createHmac('sha256', token).update(`${seconds}.${body}`).digest('hex')}`;
}
