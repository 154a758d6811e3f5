import type { Sql, Tx } from '../../store/index.ts';
import type { Viewer } from './viewer.ts';

/**
 * The SQL condition over `trace.events e` that holds for the events a viewer may see. Whoever reads events for somebody
 * puts it into the query itself, so that pages, counts and limits never tell of what is hidden.
 */
export function selectVisible(sql: Sql | Tx, { member, kinds, authority }: Viewer) {
  if (authority) return sql`true`;
  if (member === null) return sql`e.audience = 'public'`;
  const further = kinds.includes('certifier')
    ? sql`e.audience IN ('partners', 'certifier')`
    : sql`(e.audience = 'partners' AND ${isPartner(sql, member)})`;
  return sql`(e.audience = 'public' OR e.member = ${member}
    OR (e.audience = 'members' AND ${member} = ANY(e.audience_members)) OR ${further})`;
}

/**
 * A partner is named as source or destination, or recorded an event about one of the same things: items, lots and
 * logistic units. A trade item without a lot, a lorry or a crate would make partners of members that share nothing.
 */
function isPartner(sql: Sql | Tx, member: string) {
  return sql`(
    EXISTS (SELECT FROM trace.member_parties p WHERE p.member = ${member} AND p.party = ANY(e.audience_parties))
    OR EXISTS (
      SELECT FROM trace.event_things own
      JOIN trace.event_things other ON other.key = own.key
      JOIN trace.events o ON o.sequence = other.event
      WHERE own.event = e.sequence AND o.member = ${member} AND own.key !~ ${sharedKeys}))`;
}

/** Bare trade items (01 without lot or serial) and returnable or fixed assets (8003, 8004). */
const sharedKeys = '^https://id\\.gs1\\.org/(01/\\d{14}$|8003/|8004/)';
