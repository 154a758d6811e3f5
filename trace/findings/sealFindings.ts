import type { Sql } from '../../store/index.ts';
import { selectVisible } from '../access/selectVisible.ts';
import type { Finding } from './finding.ts';
import { type Inspector, mayDecide } from './inspector.ts';

const sealedReason = {
  zh: '这一理由涉及不向贵组织公开的事件；认证机构和监管部门能够看到。',
  en: 'This reason is about events that are not for your organisation; certifiers and authorities see it.',
  values: {},
};

/**
 * Findings as an inspector may see them. Who is only concerned, and does not decide, learns of events that are not for it
 * no more than their hashes: not their figures and places, which reasons quote, and not their things.
 */
export async function sealFindings<Some extends Finding>(
  sql: Sql,
  findings: readonly Some[],
  inspector: Inspector,
): Promise<Some[]> {
  const concerned = findings.filter((finding) => !mayDecide(inspector, finding));
  if (concerned.length === 0) return [...findings];
  const viewer = { member: inspector.member, kinds: inspector.certifies ? ['certifier'] : [], authority: false };
  const rows = await sql<{ hash: string; visible: boolean; keys: string[] }[]>`
    SELECT e.hash, ${selectVisible(sql, viewer)} AS visible,
      ARRAY(SELECT key FROM trace.event_things t WHERE t.event = e.sequence) AS keys
    FROM trace.events e
    WHERE e.hash = ANY(${[...new Set(concerned.flatMap(({ events }) => events))]}::text[]) AND e.declaration = ''`;
  const hidden = new Set(rows.flatMap(({ hash, visible }) => (visible ? [] : [hash])));
  return findings.map((finding) => {
    if (mayDecide(inspector, finding) || !finding.events.some((hash) => hidden.has(hash))) return finding;
    const own = rows.filter(({ hash, visible }) => visible && finding.events.includes(hash));
    const seen = new Set(own.flatMap(({ keys }) => keys));
    return {
      ...finding,
      reasons: finding.reasons.map(({ code }) => ({ code, ...sealedReason })),
      things: finding.things.filter((key) => seen.has(key)),
    };
  });
}
