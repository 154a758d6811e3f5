import type { Principal } from '../principal.ts';
import { peopleErrors } from './errors.ts';
import type { PeopleParts } from './parts.ts';

/** An organisation as its own people see it. */
export interface Organisation {
  slug: string;
  name: { zh: string; en: string };
  people: number;
  secondFactorRequired: boolean;
  /** Whether the platform sends mail. */
  mail: boolean;
}

/** Reads the organisation of whoever asks. */
export async function readOrganisation({ store: { sql }, mail }: PeopleParts, member: string): Promise<Organisation> {
  const [row] = await sql<{ name_zh: string; name_en: string; required: boolean; people: number }[]>`
    select name_zh, name_en, second_factor_required as required,
      (select count(*)::int from alliance."user" where "member" = slug) as people
    from alliance.member where slug = ${member}`;
  if (!row) throw peopleErrors.organisationUnknown({ slug: member });
  return {
    slug: member,
    name: { zh: row.name_zh, en: row.name_en },
    people: row.people,
    secondFactorRequired: row.required,
    mail: mail.isOn,
  };
}

/**
 * Says whether the people of an organisation need a second factor. Who asks for one must have given one, or nobody might
 * be left to take it back.
 *
 * @throws PEOPLE_SECOND_FACTOR_UNPROVEN
 */
export async function requireSecondFactor(
  { store, acts }: PeopleParts,
  { principal, required }: { principal: Principal; required: boolean },
): Promise<void> {
  if (required && !principal.secondFactor) throw peopleErrors.secondFactorUnproven();
  await store.transaction(async (tx) => {
    await tx`update alliance.member set second_factor_required = ${required} where slug = ${principal.member}`;
    await acts.recordAct(tx, {
      principal,
      action: 'organisation:set-sign-in',
      resource: { type: 'Organisation', id: principal.member, member: principal.member },
      detail: { secondFactorRequired: required },
    });
  });
}
