import { createHmac, hkdfSync } from 'node:crypto';

export interface SigningWebhook {
  id: string;
  secretVersion: number;
}

/** The bytes that sign a webhook's messages: HKDF-SHA-256 (RFC 5869) of the platform's secret for this webhook and version. */
function deriveSecret(platformSecret: string, { id, secretVersion }: SigningWebhook): Buffer {
  const info = `xiangyu webhook v${secretVersion}`;
  return Buffer.from(hkdfSync('sha256', Buffer.from(platformSecret, 'hex'), id, info, 32));
}

/** The secret as the receiver enters it: `whsec_` and base64 (Standard Webhooks, "Signature scheme"). */
export function formatSecret(platformSecret: string, webhook: SigningWebhook): string {
  return `whsec_${deriveSecret(platformSecret, webhook).toString('base64')}`;
}

export interface SignMessageParameters {
  platformSecret: string;
  webhook: SigningWebhook;
  /** Whether the secret before the last rotation still signs too. */
  withPrevious: boolean;
  messageId: string;
  /** Seconds since 1970. */
  timestamp: number;
  body: string;
}

/**
 * The headers of a message after Standard Webhooks 1.0: `webhook-id`, `webhook-timestamp`, and in `webhook-signature` the
 * HMAC-SHA-256 of `id.timestamp.body`, base64 after `v1,`; during a rotation one signature each secret.
 */
export function signMessage(parameters: SignMessageParameters): Record<string, string> {
  const { platformSecret, webhook, withPrevious, messageId, timestamp, body } = parameters;
  const versions = [
    webhook.secretVersion,
    ...(withPrevious && webhook.secretVersion > 1 ? [webhook.secretVersion - 1] : []),
  ];
  const signatures = versions.map((secretVersion) => {
    const secret = deriveSecret(platformSecret, { ...webhook, secretVersion });
    return `v1,${createHmac('sha256', secret).update(`${messageId}.${timestamp}.${body}`).digest('base64')}`;
  });
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  };
}
