import { randomBytes, randomInt } from 'node:crypto';
import { answerErrors } from '../answers/errors.ts';
import type { IdentifierKind } from '../answers/identifiers.ts';
import type { Words } from '../house.ts';
import type { DepartmentUses } from './citizens.ts';
import { countAttempt } from './countAttempts.ts';
import { look, takeSession } from './listUses.ts';
import { sha256 } from './makeCode.ts';
import type { CitizensParts } from './parts.ts';
import { pseudonymOf } from './recordUse.ts';

export interface AskEverywhereParameters {
  /** The person's own identifier again: it is kept nowhere, and without it no other department can be asked. */
  identifier: string;
  kind: IdentifierKind;
  perPage: number;
}

/** Sessions of one person end a little apart, so that nothing that is kept says which of them belong together. */
const apartMs = 60_000;

/**
 * Asks all departments of this process what is recorded of the person whom an open session is of. Each answers for itself, under
 * its own pseudonym, with a session of its own, in which the person goes on and may object; nothing is kept of the question as a
 * whole. Departments that never used data about the person neither answer nor record anything.
 * @throws ANSWER_SESSION_OVER, ANSWER_CODE_WRONG for another person's identifier, ANSWER_TOO_MANY_LOOKUPS
 */
export async function askEverywhere(
  parts: CitizensParts,
  session: string,
  { identifier, kind, perPage }: AskEverywhereParameters,
): Promise<DepartmentUses[]> {
  const { house } = parts;
  const { participant: home, whom: own, expiresAt, provedBy } = await takeSession(parts, session);
  await countAttempt(house.store.sql, {
    participant: home,
    what: 'everywhereForPerson',
    whom: own,
    now: house.now(),
    told: 'this person',
  });
  if ((await pseudonymOf(parts, home, kind, identifier)) !== own.toString('hex')) throw answerErrors.codeWrong();
  const departments = await house.store.sql<{ slug: string; name: Words }[]>`
    SELECT slug, name FROM exchange.participants WHERE enabled OR slug = ${home} ORDER BY slug <> ${home}, slug`;
  const answers: DepartmentUses[] = [];
  for (const department of departments) {
    const { slug: participant } = department;
    const whom = Buffer.from(await pseudonymOf(parts, participant, kind, identifier), 'hex');
    const opened =
      participant === home
        ? { token: session, expiresAt }
        : await open(parts, { participant, whom, provedBy, expiresAt });
    if (!opened) continue;
    const view = await look(parts, { perPage, participant, whom, by: 'person', officer: null });
    answers.push({ department, session: { token: opened.token, expiresAt: opened.expiresAt.toISOString() }, ...view });
  }
  return answers;
}

/** Opens a session at a department that used data about the person; null at one that did not. */
async function open(
  { house, audit }: CitizensParts,
  p: { participant: string; whom: Buffer; provedBy: string; expiresAt: Date },
): Promise<{ token: string; expiresAt: Date } | null> {
  const { participant, whom, provedBy } = p;
  const apart = Math.max(1, Math.min(apartMs, Math.floor((p.expiresAt.getTime() - house.now().getTime()) / 2)));
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(p.expiresAt.getTime() - randomInt(apart));
  return house.store.transaction(async (tx) => {
    const [used] = await tx`
      SELECT 1 FROM exchange.citizen_use_subjects WHERE participant = ${participant} AND pseudonym = ${whom} LIMIT 1`;
    if (!used) return null;
    await tx`
      INSERT INTO exchange.citizen_sessions (token_digest, participant, pseudonym, expires_at, proved_by)
      VALUES (${sha256(token)}, ${participant}, ${whom}, ${expiresAt}, ${provedBy})`;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      subjects: [whom.toString('hex')],
      // Who checked the person's identity answers for it, also where the question goes on from another department.
      detail: { act: 'citizen.session', provedBy },
    });
    return { token, expiresAt };
  });
}
