import type { JsonValue } from '../../../proof/index.ts';
import { credentialErrors } from '../errors.ts';
import { isLargeGraph } from '../formats/hiddenTerms.ts';
import type { Claims } from '../model.ts';
import { reservedClaims } from '../types/schemaFaults.ts';

const maxChars = 32 * 1024;
/** Fewer than a verifier takes, so that whatever is issued can be presented. */
const most = { objects: 200, values: 1_500 };

function findFault(value: JsonValue, path: string, depth: number): string | null {
  if (depth > 8) return `${path} is nested too deep`;
  // JSON-LD drops it without a word, so that it would not be signed.
  if (value === null) return `${path} is null`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${path} is no number`;
  if (Array.isArray(value)) {
    if (value.some(Array.isArray)) return `${path} is a list of lists`;
    return value.map((one, place) => findFault(one, `${path}/${place}`, depth + 1)).find(Boolean) ?? null;
  }
  if (typeof value !== 'object') return null;
  for (const [name, inner] of Object.entries(value)) {
    // A colon would make it an address, an @ a keyword of JSON-LD.
    if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) return `${path} has a property ${JSON.stringify(name)}`;
    if (depth === 0 ? reservedClaims.has(name) : ['id', 'type', 'proof'].includes(name)) {
      return `${path} has a property ${JSON.stringify(name)}, which means something else`;
    }
    const fault = findFault(inner, `${path}/${name}`, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** Refuses claims that cannot be said alike in every format. @throws CREDENTIAL_CLAIMS_INVALID */
export function checkClaims(claims: Claims): void {
  const problem =
    Object.keys(claims).length === 0
      ? 'it says nothing'
      : JSON.stringify(claims).length > maxChars
        ? `it has more than ${maxChars} characters`
        : isLargeGraph(claims, most)
          ? `it has more than ${most.objects} objects or ${most.values} values, or names some "_:…"`
          : findFault(claims, '', 0);
  if (problem) throw credentialErrors.claimsInvalid({ problem });
}
