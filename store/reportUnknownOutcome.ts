import { storeErrors } from './errors.ts';
import type { Statement } from './openSession.ts';
import { isConnectionError } from './toStoreError.ts';

const reads = /^\s*(select|show|values|table|with)\b/i;
const writes = /\b(insert|update|delete|merge)\b/i;

/** False for what surely only reads. In doubt, such as a text that begins with a fragment, it counts as a write. */
function mayWrite({ strings }: Statement): boolean {
  const text = strings.join(' ');
  return !reads.test(text) || writes.test(text);
}

/**
 * To be called when a statement outside of a transaction is sent. Such a statement commits by itself, so a write whose
 * connection is lost from now on may have been saved: it is rejected with STORE_OUTCOME_UNKNOWN instead of
 * STORE_UNAVAILABLE, which promises that nothing was.
 */
export function reportUnknownOutcome(statement: Statement): void {
  if (!mayWrite(statement)) return;
  const { reject } = statement;
  statement.reject = (reason) =>
    reject(isConnectionError(reason) ? storeErrors.outcomeUnknown({}, { cause: reason }) : reason);
}
