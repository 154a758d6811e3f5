import { setTimeout as pause } from 'node:timers/promises';
import { isConnectionError } from '../../store/index.ts';
import type { House } from '../house.ts';
import { askEverywhere } from './askEverywhere.ts';
import type { Citizens } from './citizens.ts';
import { listUses, lookAtCounter } from './listUses.ts';
import { makeCode, openSession } from './makeCode.ts';
import { answerObjection, listObjections, object } from './objections.ts';
import type { CitizensParts } from './parts.ts';
import { pseudonymsOf, recordPseudonyms } from './recordUse.ts';

const everyMs = 600_000;
/** Uses are kept for three years, as long as a person may ask about them. */
const keptMs = 3 * 366 * 86_400_000;
const dayMs = 86_400_000;

/** Removes what is over: codes, sessions, counts, and uses of more than three years ago. */
export async function forgetPersons({ store, now }: Pick<House, 'store' | 'now'>): Promise<void> {
  const at = now().getTime();
  await store.sql`DELETE FROM exchange.citizen_codes WHERE expires_at < ${new Date(at - dayMs)}`;
  await store.sql`DELETE FROM exchange.citizen_sessions WHERE expires_at < ${new Date(at)}`;
  await store.sql`DELETE FROM exchange.citizen_attempts WHERE window_start < ${new Date(at - 2 * dayMs)}`;
  await store.sql`DELETE FROM exchange.citizen_lookups WHERE at < ${new Date(at - keptMs)}`;
  await store.sql`DELETE FROM exchange.citizen_uses WHERE at < ${new Date(at - keptMs)}`;
}

/** Opens the citizen's view of the departments of this process. */
export function openCitizens(parts: CitizensParts): Citizens {
  const { house } = parts;
  return {
    async recordUse(tx, use, identifiers) {
      const { participant, identifierKind: kind = 'exact' } = use;
      const pseudonyms = await pseudonymsOf(parts, { participant, kind, identifiers });
      await recordPseudonyms(tx, use, pseudonyms);
      return pseudonyms;
    },
    pseudonymsOf: (participant, kind, identifiers) => pseudonymsOf(parts, { participant, kind, identifiers }),
    recordPseudonyms,
    makeCode: (p) => makeCode(parts, p),
    openSession: (p) => openSession(parts, p),
    listUses: (session, page) => listUses(parts, session, page),
    askEverywhere: (session, p) => askEverywhere(parts, session, p),
    lookAtCounter: (p) => lookAtCounter(parts, p),
    object: (session, p) => object(parts, session, p),
    listObjections: (participant, page) => listObjections(parts, participant, page),
    answerObjection: (p) => answerObjection(parts, p),
    async run(signal) {
      while (!signal.aborted) {
        await forgetPersons(house).catch((error: unknown) => {
          if (!isConnectionError(error))
            house.context.logger.error({ err: error }, 'old records of uses could not be removed');
        });
        await pause(everyMs, undefined, { signal }).catch(() => undefined);
      }
    },
  };
}
