import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import { answerErrors } from '../answers/errors.ts';
import { type IdentifierKind, normaliseIdentifier } from '../answers/identifiers.ts';
import type { CitizenSession } from './citizens.ts';
import { countAttempt } from './countAttempts.ts';
import type { CitizensParts } from './parts.ts';
import { pseudonymOf } from './recordUse.ts';

/** How long a code and a session last. */
const codeMs = 15 * 60_000;
const maxWrong = 5;
/** Without letters and digits that are mistaken for others. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codeLength = 10;

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
/** Codes are written by hand: case and hyphens do not matter. */
const digestCode = (code: string) => sha256(code.toUpperCase().replace(/[\s-]/g, ''));

/** @throws ANSWER_IDENTIFIER_INVALID */
export function checkIdentifier(kind: IdentifierKind, identifier: string): void {
  if (normaliseIdentifier(kind, identifier) === null)
    throw answerErrors.identifierInvalid({ kind, problem: 'its form or its check digit is wrong' });
}

interface MakeCodeParameters {
  participant: string;
  identifier: string;
  kind: IdentifierKind;
  /** Id of the person of the department who checked the identity. */
  officer: string;
}

/**
 * Makes a one-time code after the department's own check of a person's identity. Only its digest is kept, under the person's
 * pseudonym; codes made before for the same person end.
 * @throws ANSWER_IDENTIFIER_INVALID, ANSWER_TOO_MANY_LOOKUPS
 */
export async function makeCode(
  parts: CitizensParts,
  { participant, identifier, kind, officer }: MakeCodeParameters,
): Promise<{ code: string; expiresAt: string }> {
  const { house, audit } = parts;
  checkIdentifier(kind, identifier);
  const pseudonym = await pseudonymOf(parts, participant, kind, identifier);
  const whom = Buffer.from(pseudonym, 'hex');
  const now = house.now();
  await countAttempt(house.store.sql, {
    participant,
    what: 'codesByOfficer',
    whom: sha256(officer),
    now,
    told: 'this officer',
  });
  await countAttempt(house.store.sql, { participant, what: 'codesForPerson', whom, now, told: 'this person' });
  const code = Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join('');
  const expiresAt = new Date(now.getTime() + codeMs);
  await house.store.transaction(async (tx) => {
    await tx`
      UPDATE exchange.citizen_codes SET spent_at = ${now}
      WHERE participant = ${participant} AND pseudonym = ${whom} AND spent_at IS NULL`;
    await tx`
      INSERT INTO exchange.citizen_codes (id, participant, pseudonym, code_digest, officer, made_at, expires_at)
      VALUES (${randomUUID()}, ${participant}, ${whom}, ${digestCode(code)}, ${officer}, ${now}, ${expiresAt})`;
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      subjects: [pseudonym],
      detail: { act: 'citizen.code', officer },
    });
  });
  return { code: `${code.slice(0, 5)}-${code.slice(5)}`, expiresAt: expiresAt.toISOString() };
}

interface OpenSessionParameters {
  participant: string;
  identifier: string;
  kind: IdentifierKind;
  code: string;
  /** Network address of the caller, to slow down guessing; only its digest is kept, for the time of the limit. */
  address: string;
}

/**
 * Redeems a code, once. Whether the person is unknown, the code wrong, used or too old is one answer, and a wrong attempt costs
 * the code one of its five.
 * @throws ANSWER_CODE_WRONG, ANSWER_TOO_MANY_LOOKUPS
 */
export async function openSession(parts: CitizensParts, p: OpenSessionParameters): Promise<CitizenSession> {
  const { house, audit } = parts;
  const { participant } = p;
  const now = house.now();
  // A visitor may name any department; only one of this process has people here, and keys for their pseudonyms.
  const [known] = await house.store.sql`SELECT slug FROM exchange.participants WHERE slug = ${participant}`;
  if (!known) throw answerErrors.codeWrong();
  const pseudonym = await pseudonymOf(parts, participant, p.kind, p.identifier);
  const whom = Buffer.from(pseudonym, 'hex');
  const { sql } = house.store;
  const address = sha256(`${participant}:${p.address}`);
  await countAttempt(sql, { participant, what: 'sessionsFromAddress', whom: address, now, told: 'this address' });
  await countAttempt(sql, { participant, what: 'sessionsForPerson', whom, now, told: 'this person' });
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(now.getTime() + codeMs);
  const opened = await house.store.transaction(async (tx) => {
    // Every open code of the person pays for the attempt, so that the limit holds for all at once.
    const codes = await tx<{ id: string; right: boolean }[]>`
      UPDATE exchange.citizen_codes SET attempts = attempts + 1
      WHERE participant = ${participant} AND pseudonym = ${whom} AND spent_at IS NULL AND expires_at > ${now}
        AND attempts < ${maxWrong}
      RETURNING id, code_digest = ${digestCode(p.code)} AS right`;
    const right = codes.find((code) => code.right);
    if (right) {
      await tx`UPDATE exchange.citizen_codes SET spent_at = ${now} WHERE id = ${right.id}`;
      await tx`
        INSERT INTO exchange.citizen_sessions (token_digest, participant, pseudonym, expires_at)
        VALUES (${sha256(token)}, ${participant}, ${whom}, ${expiresAt})`;
    }
    return right !== undefined;
  });
  await audit.recordAlone({
    participant,
    kind: 'act',
    outcome: opened ? 'ok' : 'refused',
    ...(opened ? { subjects: [pseudonym] } : {}),
    detail: { act: 'citizen.session' },
  });
  if (!opened) throw answerErrors.codeWrong();
  return { token, expiresAt: expiresAt.toISOString() };
}
