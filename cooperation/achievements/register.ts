import type { Principal } from '../../alliance/index.ts';
import { searchWords } from '../../host/index.ts';
import { makeStatementIds } from '../../ledger/index.ts';
import type { JsonValue } from '../../proof/index.ts';
import type { Tx } from '../../store/index.ts';
import { cooperationErrors } from '../errors.ts';
import type { CooperationHouse } from '../house.ts';
import { tellNews } from '../news/tellNews.ts';
import { stateEntry } from '../stateDigest.ts';
import { type Details, kindsZh } from './achievement.ts';
import { type Claim, type ReadClaim, readClaim, statedIn } from './readClaim.ts';
import { takeAchievement } from './takeAchievement.ts';

/** The words by which a claim is found. */
function wordsOf({ title, body, details }: ReadClaim): string[] {
  const more: Record<Details['kind'], string[]> = {
    application: [],
    standard: details.kind === 'standard' ? [details.number, details.issuer] : [],
    patent: details.kind === 'patent' ? [details.filingNumber, details.office] : [],
    output: [],
  };
  return searchWords([title.zh, title.en, body.zh, body.en, ...more[details.kind]]);
}

interface VersionParameters {
  principal: Principal;
  id: string;
  version: number;
  claim: ReadClaim;
  correction: string;
}

/** Keeps one version of a claim, stated in the evidence log. */
async function keepVersion(house: CooperationHouse, tx: Tx, parameters: VersionParameters): Promise<void> {
  const { principal, id, version, claim, correction } = parameters;
  const { title, body, achievedOn, details, evidence } = claim;
  const said = { title, body, achievedOn, details, evidence } as unknown as Record<string, JsonValue>;
  const entry = { type: 'achievement', id, version, correction, ...said };
  const statementId = await stateEntry(house, tx, { member: principal.member, id, entry });
  await tx`
    INSERT INTO cooperation.achievement_versions
      (achievement_id, version, author, title, body, achieved_on, details, evidence, correction, statement_id)
    VALUES (${id}, ${version}, ${principal.id}, ${JSON.stringify(title)}::text::jsonb, ${JSON.stringify(body)}::text::jsonb,
      ${achievedOn}::text::date, ${JSON.stringify(details)}::text::jsonb, ${JSON.stringify(evidence)}::text::jsonb,
      ${correction}, ${statementId})`;
}

/**
 * Registers an achievement of the principal's organisation; gives its id. @throws RIGHTS_REFUSED, as `readClaim`
 */
export async function register(
  house: CooperationHouse,
  { principal, claim: given }: { principal: Principal; claim: Claim },
): Promise<string> {
  const { member } = principal;
  const [id = ''] = makeStatementIds(1);
  const resource = { type: 'Achievement', id, member };
  house.rights.require({ principal, action: 'cooperation:claim', resource });
  await house.store.transaction(async (tx) => {
    const claim = await readClaim(house, tx, { claim: given, member, stated: new Map() });
    const { title, achievedOn, details, amountFen } = claim;
    await tx`
      INSERT INTO cooperation.achievements (id, member, kind, version, title, achieved_on, amount_fen, search)
      VALUES (${id}, ${member}, ${details.kind}, 1, ${JSON.stringify(title)}::text::jsonb, ${achievedOn}::text::date,
        ${amountFen}, array_to_tsvector(${wordsOf(claim)}::text[]))`;
    await keepVersion(house, tx, { principal, id, version: 1, claim, correction: '' });
    const path = `/cooperation/achievements/${id}`;
    const audience = { audience: 'public' } as const;
    await tellNews(tx, principal, {
      topic: 'achievements',
      type: 'achievement.claimed',
      ...audience,
      member,
      title,
      path,
    });
  });
  return id;
}

export interface CorrectParameters {
  principal: Principal;
  id: string;
  claim: Claim;
  /** The version that is corrected; another is refused, so that nobody overwrites what was not read. */
  version: number;
  /** Why; everybody may read it. */
  correction: string;
}

/**
 * Corrects a claim: a new version, on which nobody has said anything yet. Those who judged the version before are told; both stay
 * readable. @throws COOPERATION_ACHIEVEMENT_UNKNOWN, COOPERATION_ACHIEVEMENT_WITHDRAWN, COOPERATION_VERSION_OUTDATED,
 * COOPERATION_DETAILS_WRONG, RIGHTS_REFUSED, as `readClaim`
 */
export async function correct(house: CooperationHouse, parameters: CorrectParameters): Promise<number> {
  const { principal, id, version: given } = parameters;
  return house.store.transaction(async (tx) => {
    const taken = await takeAchievement(tx, id);
    house.rights.require({ principal, action: 'cooperation:claim', resource: taken.thing });
    if (given !== taken.version) throw cooperationErrors.versionOutdated({ given, present: taken.version });
    const { kind, member } = taken;
    if (parameters.claim.details.kind !== kind) {
      throw cooperationErrors.detailsWrong(
        { kind, problem: 'a correction does not change the kind' },
        { zh: { problem: '更正不能改变类别', kind: kindsZh[kind] } },
      );
    }
    const stated = statedIn(taken.details, taken.evidence);
    const claim = await readClaim(house, tx, { claim: parameters.claim, member, stated });
    const version = taken.version + 1;
    const { title, achievedOn, amountFen } = claim;
    const judges = await tx<{ member: string }[]>`
      SELECT member FROM cooperation.judgements
      WHERE achievement_id = ${id} AND version = ${taken.version} AND replaced_at IS NULL ORDER BY member`;
    await keepVersion(house, tx, { principal, id, version, claim, correction: parameters.correction.trim() });
    await tx`
      UPDATE cooperation.achievements
      SET version = ${version}, title = ${JSON.stringify(title)}::text::jsonb, achieved_on = ${achievedOn}::text::date,
        amount_fen = ${amountFen}, confirmations = 0, disputes = 0, search = array_to_tsvector(${wordsOf(claim)}::text[])
      WHERE id = ${id}`;
    const news = { type: 'achievement.corrected', member, title, path: `/cooperation/achievements/${id}` };
    await tellNews(tx, principal, { topic: 'achievements', audience: 'public', ...news });
    for (const { member: recipient } of judges) {
      await tellNews(tx, principal, { topic: 'own', audience: 'organisation', recipient, ...news });
    }
    return version;
  });
}
