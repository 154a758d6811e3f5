import type { JsonValue } from '../../../proof/index.ts';
import type { JsonObject } from '../../house.ts';
import { dspErrors } from '../errors.ts';

/** Deeper than this is no message but an attack on whoever walks it. */
const mostDepth = 64;

/** What a database cannot hold, and what is too deep to be walked, is refused before anything looks at it. */
function findHarm(value: JsonValue, path: string, depth: number): string | null {
  if (typeof value === 'string') return harmOf(value, path);
  if (value === null || typeof value !== 'object') return null;
  if (depth > mostDepth) return `${path} is nested more than ${mostDepth} deep`;
  for (const [key, member] of Object.entries(value)) {
    const place = `${path}/${key.slice(0, 60)}`;
    const harm = harmOf(key, path) ?? findHarm(member as JsonValue, place, depth + 1);
    if (harm) return harm;
  }
  return null;
}

function harmOf(text: string, path: string): string | null {
  if (text.includes('\u0000')) return `${path || '/'} contains the character U+0000`;
  return text.isWellFormed() ? null : `${path || '/'} contains half of a surrogate pair`;
}

/** Reads the body of a message. @throws DSP_MESSAGE_INVALID */
export function readJson(body: string): JsonObject {
  let value: JsonValue;
  try {
    value = JSON.parse(body) as JsonValue;
  } catch {
    throw dspErrors.messageInvalid({ problem: 'the body is not JSON' });
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw dspErrors.messageInvalid({ problem: 'the body is not a JSON object' });
  }
  const harm = findHarm(value, '', 0);
  if (harm) throw dspErrors.messageInvalid({ problem: harm });
  return value as JsonObject;
}
