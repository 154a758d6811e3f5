import type { TypedData } from '../api/types.ts';

/** Why this browser does not sign what the platform asked it to. */
export type RefusalReason = 'chain' | 'contract' | 'kind' | 'content';

/** What the platform wanted signed is not what this browser was told to sign. */
export class SigningRefused extends Error {
  readonly reason: RefusalReason;
  readonly expected: string;
  readonly given: string;

  constructor(reason: RefusalReason, expected: unknown, given: unknown) {
    super(`refused to sign: ${reason}`);
    this.reason = reason;
    this.expected = plain(expected);
    this.given = plain(given);
  }
}

/** Addresses and hashes are the same in capitals; numbers are the same as text. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`;
  return typeof value === 'string' && /^0x[0-9a-f]*$/i.test(value) ? value.toLowerCase() : String(value);
}

/**
 * Compares what the platform asks to have signed with what this browser made of the reader's own choice.
 * @throws SigningRefused at the first difference.
 */
export function refuseUnlessSame(own: TypedData, given: TypedData): void {
  const check = (reason: RefusalReason, expected: unknown, found: unknown) => {
    if (plain(expected) !== plain(found)) throw new SigningRefused(reason, expected, found);
  };
  check('chain', own.domain.chainId, given.domain.chainId);
  check('contract', own.domain.verifyingContract, given.domain.verifyingContract);
  check('contract', `${own.domain.name} ${own.domain.version}`, `${given.domain.name} ${given.domain.version}`);
  check('kind', own.primaryType, given.primaryType);
  const names = (message: object) => Object.keys(message).sort().join(',');
  check('content', names(own.message), names(given.message));
  for (const [name, value] of Object.entries(own.message)) check('content', value, given.message[name]);
}

/** A nonce or time that only the chain knows, from the platform's message; its size decides nothing for the signer. */
export function wholeNumberOf(given: TypedData, name: string): string {
  const value = String(given.message[name] ?? '');
  if (!/^\d{1,78}$/.test(value)) throw new SigningRefused('content', name, value);
  return value;
}
