import type { Store } from '../../store/index.ts';

export const size = {
  members: 100,
  people: 5_000,
  groups: 200,
  announcements: 5_000,
  calls: 2_000,
  achievements: 20_000,
};

/** Slug of a member by its number. */
export const slugOf = (number: number) => `member-${String(number).padStart(3, '0')}`;

/** Time-ordered ids that are the same in every run. */
const id = (area: number) =>
  `format('0190d7f2-%s-7000-8%s-%s', lpad((n / 65536)::text, 4, '0'), lpad('${area}', 3, '0'), lpad(n::text, 12, '0'))::uuid`;
const slug = (number: string) => `'member-' || lpad((${number})::text, 3, '0')`;
const text = (zh: string, en: string) => `jsonb_build_object('zh', ${zh}, 'en', ${en})`;
const words = `array_to_tsvector(ARRAY['冷链', '链追', '追溯', '溯', 'w' || (n % 500), 'cold', 'chain'])`;
const body = `repeat('冷链追溯数据规范，适用于农产品。', 20)`;

/** What a busy alliance has after some years, written at once. */
export async function seed({ sql }: Store): Promise<void> {
  const { members, people, groups, announcements, calls, achievements } = size;
  const run = (statement: string) => sql.unsafe(statement);
  await run(`
    INSERT INTO cooperation.profiles (member, summary, about, offers, seeks, tags, website, place, contact, search)
    SELECT ${slug('n')}, ${text(`'成员 ' || n`, `'Member ' || n`)}, ${text(body, "''")}, ${text(body, "''")}, ${text(body, "''")},
      ARRAY['冷链', 't' || (n % 10)], '', ${text("'重庆'", "''")}, 'c', ${words}
    FROM generate_series(0, ${members - 1}) AS n`);
  await run(`
    INSERT INTO cooperation.announcements (id, member, author, audience, title, body, pinned, search)
    SELECT ${id(1)}, ${slug(`n % ${members}`)}, 'a', CASE WHEN n % 3 = 0 THEN 'members' ELSE 'public' END,
      ${text(`'公告 ' || n`, "''")}, ${text(body, "''")}, n % 100 = 0, ${words}
    FROM generate_series(1, ${announcements}) AS n`);
  await run(`
    INSERT INTO cooperation.groups (id, member, name, summary, joining, search)
    SELECT ${id(2)}, ${slug(`n % ${members}`)}, ${text(`'工作组 ' || n`, "''")}, ${text(body, "''")}, 'open', ${words}
    FROM generate_series(1, ${groups}) AS n`);
  await run(`
    INSERT INTO cooperation.group_people (group_id, person, name, member, role, state)
    SELECT g.id, 'person-' || p, 'Person ' || p, ${slug(`p % ${members}`)}, CASE WHEN p % 50 = 0 THEN 'chair' ELSE 'member' END, 'active'
    FROM generate_series(0, ${people - 1}) AS p
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM cooperation.groups) AS g
      ON g.place IN (p % ${groups}, (p * 7 + 1) % ${groups}, (p * 13 + 2) % ${groups})
    ON CONFLICT DO NOTHING`);
  await run(`
    INSERT INTO cooperation.calls (id, member, author, title, body, deadline, state, search)
    SELECT ${id(3)}, ${slug(`n % ${members}`)}, 'a', ${text(`'征集 ' || n`, "''")}, ${text(body, "''")},
      now() + (n - ${calls - 50}) * interval '1 hour', CASE WHEN n % 2 = 0 THEN 'open' ELSE 'decided' END, ${words}
    FROM generate_series(1, ${calls}) AS n`);
  await run(`
    INSERT INTO cooperation.applications (id, call_id, member, author, title, body, statement_id)
    SELECT gen_random_uuid(), c.id, ${slug('m')}, 'a', '方案', ${body}, gen_random_uuid()
    FROM cooperation.calls AS c CROSS JOIN generate_series(0, 9) AS m`);
  await run(`
    INSERT INTO cooperation.achievements (id, member, kind, version, title, achieved_on, amount_fen, confirmations, disputes, search)
    SELECT ${id(4)}, ${slug(`n % ${members}`)}, (ARRAY['application', 'standard', 'patent', 'output'])[1 + n % 4], 1,
      ${text(`'成果 ' || n`, "''")}, current_date - n % 1500, CASE WHEN n % 4 = 3 THEN 1000000 ELSE 0 END, n % 3, (n % 20 = 0)::int,
      ${words}
    FROM generate_series(1, ${achievements}) AS n`);
  await run(`
    INSERT INTO cooperation.achievement_versions
      (achievement_id, version, author, title, body, achieved_on, details, evidence, correction, statement_id)
    SELECT id, 1, 'a', title, ${text(body, "''")}, achieved_on, '{"kind": "application", "link": null}', '[]', '', gen_random_uuid()
    FROM cooperation.achievements`);
  await run(`UPDATE cooperation.beginning SET first_day = current_date - 1400`);
  await run('ANALYZE');
}
