import type { JsonObject } from '../../house.ts';

/** The members of a message that are ours: those with the prefix `xy:`. */
export function ownMembers(message: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([name]) => name.startsWith('xy:')));
}
