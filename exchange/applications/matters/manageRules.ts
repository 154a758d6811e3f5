import { randomUUID } from 'node:crypto';
import type { AskingContext } from '../context.ts';
import { applicationErrors } from '../errors.ts';
import type { Actor } from '../model.ts';
import { type Page, type PageParameters, readPageToken, toPage } from '../page.ts';
import { isQuestion } from '../terms/terms.ts';
import type { StandingRule, StandingRuleText } from './matter.ts';
import { type RuleRow, toRule } from './rules.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Makes a standing rule, or puts one in the place of another: agreements made under the old one count on for it.
 * @throws APPLICATION_OFFER_UNKNOWN, APPLICATION_INVALID, APPLICATION_RULE_UNKNOWN
 */
export async function saveRule(
  { house, audit, catalogue }: Pick<AskingContext, 'house' | 'audit' | 'catalogue'>,
  participant: string,
  actor: Actor,
  { id = randomUUID(), ...rule }: StandingRuleText & { id?: string | undefined },
): Promise<StandingRule> {
  const dataset = await catalogue.read(participant, rule.dataset);
  if (!dataset || dataset.sharing === 'none') throw applicationErrors.offerUnknown({ dataset: rule.dataset });
  for (const [index, name] of rule.items.entries()) {
    const item = dataset.items.find((one) => one.name === name);
    const problem = item?.sharing === 'none' ? 'the item is not shared' : 'the dataset has no such item';
    if (item ? item.sharing === 'none' : !isQuestion(name))
      throw applicationErrors.invalid({ path: `$.items[${index}]`, problem });
  }
  return house.store.transaction(async (tx) => {
    const [row] = await tx<RuleRow[]>`
      INSERT INTO exchange.standing_rules
        (id, participant, matter, consumer, dataset, items, ways, per_day, longest_days, until, made_by, made_at)
      VALUES (${id}, ${participant}, ${rule.matter}, ${rule.consumer}, ${rule.dataset}, ${tx.json(rule.items)},
        ${tx.json(rule.ways)}, ${rule.perDay}, ${rule.longestDays}, ${rule.until}, ${actor.name}, ${house.now()})
      ON CONFLICT (id) DO UPDATE SET matter = excluded.matter, consumer = excluded.consumer, dataset = excluded.dataset,
        items = excluded.items, ways = excluded.ways, per_day = excluded.per_day, longest_days = excluded.longest_days,
        until = excluded.until, made_by = excluded.made_by, made_at = excluded.made_at, enabled = true
        WHERE standing_rules.participant = excluded.participant
      RETURNING *`;
    if (!row) throw applicationErrors.ruleUnknown({ id });
    await audit.record(tx, {
      participant,
      kind: 'act',
      outcome: 'ok',
      dataset: rule.dataset,
      purpose: rule.matter,
      detail: {
        step: 'rule',
        actor: actor.id,
        rule: id,
        consumer: rule.consumer,
        items: rule.items,
        ways: rule.ways,
        perDay: rule.perDay,
        longestDays: rule.longestDays,
        until: rule.until,
      },
    });
    return toRule(row);
  });
}

/** Ends a rule: nothing more is approved by it. Agreements that were made stay. @throws APPLICATION_RULE_UNKNOWN */
export async function endRule(
  { house, audit }: Pick<AskingContext, 'house' | 'audit'>,
  participant: string,
  actor: Actor,
  id: string,
): Promise<void> {
  await house.store.transaction(async (tx) => {
    const { count } = uuid.test(id)
      ? await tx`
          UPDATE exchange.standing_rules SET enabled = false
          WHERE participant = ${participant} AND id = ${id} AND enabled`
      : { count: 0 };
    if (count === 0) throw applicationErrors.ruleUnknown({ id: id.slice(0, 80) });
    const detail = { step: 'ruleEnded', actor: actor.id, rule: id };
    await audit.record(tx, { participant, kind: 'act', outcome: 'ok', detail });
  });
}

/** The standing rules of a department, ended ones too. */
export async function listRules(
  { house }: Pick<AskingContext, 'house'>,
  participant: string,
  { perPage, pageToken }: PageParameters,
): Promise<Page<StandingRule>> {
  const { sql } = house.store;
  const after = readPageToken(pageToken, uuid);
  const rows = await sql<RuleRow[]>`
    SELECT * FROM exchange.standing_rules WHERE participant = ${participant}
      ${after ? sql`AND id > ${after}` : sql``} ORDER BY id LIMIT ${perPage + 1}`;
  return toPage(rows, perPage, ({ id }) => id, toRule);
}
