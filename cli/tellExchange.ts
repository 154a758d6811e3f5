import { createPublicKey, verify } from 'node:crypto';
import type { VerifyExchangeOptions, VerifyExchangeReturnType } from '../proof/index.ts';

const marks = { true: '✓', false: '✗', null: '–' } as const;
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** Ed25519 by Node, which is much faster than in plain JavaScript. */
export const verifySignature: NonNullable<VerifyExchangeOptions['verifySignature']> = (parameters) => {
  const { publicKey, message, signature } = parameters;
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' });
  return signature.length === 64 && verify(null, message, key, signature);
};

/** What the findings come to, and what would show more. */
function conclude(
  { valid }: VerifyExchangeReturnType,
  trust: { rpc?: string | undefined; contract?: string | undefined; logKey?: string | undefined },
): string {
  if (!valid) return 'NOT valid.';
  if (!trust.rpc && !trust.logKey) {
    return 'The evidence is sound in itself. To see that it is in your region’s log, add --log-key KEY, or --rpc URL of a node you trust.';
  }
  if (trust.rpc && !trust.contract) {
    return 'Valid, if the contract named above is your region’s evidence log; --contract ADDRESS checks that too.';
  }
  return 'Valid.';
}

/** Prints what the evidence of an exchange tells and every check of it. */
export function tellExchange(
  told: VerifyExchangeReturnType,
  trust: { rpc?: string | undefined; contract?: string | undefined; logKey?: string | undefined },
): void {
  if (told.agreement) console.log(`${told.agreement}: ${told.participants.join(' and ')}\n`);
  for (const { time, participant, kind, outcome, message } of told.records) {
    console.log(
      `  ${time}  ${participant.padEnd(16)} ${kind.padEnd(16)} ${message ?? (outcome === 'ok' ? '' : outcome)}`,
    );
  }
  if (told.records.length > 0) console.log('');
  for (const { id, ok, detail } of told.checks) console.log(`  ${marks[`${ok}`]}  ${id.padEnd(16)} ${detail}`);
  console.log(`\n${conclude(told, trust)}`);
}
