import type { Hex } from 'viem';
import { canonicalizeJson } from '../../proof/index.ts';
import type { Store, Tx } from '../../store/index.ts';
import { hashEntry, memberAccount, memberId } from '../chain/members.ts';
import { type AllianceContracts, encodeDecision } from '../chain/proposals.ts';

/** How large the alliance is that is made up. */
export interface SeedParameters {
  members: number;
  /** Of all members together. */
  people: number;
  proposals: number;
  ballotsEach: number;
  commentsEach: number;
}

export const seededContracts: AllianceContracts = {
  governor: `0x${'a1'.repeat(20)}`,
  registry: `0x${'a2'.repeat(20)}`,
  record: `0x${'a3'.repeat(20)}`,
};

/** Slug of the nth member that is made up. */
export const seededSlug = (n: number): string => `member-${String(n).padStart(3, '0')}`;
/** Id of the nth proposal, in SQL. */
const idOf = (n: string) => `'0x' || encode(sha256(('proposal ' || ${n})::bytea), 'hex')`;

/** Writes an alliance that never was into the tables, as if it had been read from a chain, for benchmarks and tests. */
export async function seedVotes(store: Store, parameters: SeedParameters): Promise<void> {
  await store.transaction(async (tx) => {
    await seedMembers(tx, parameters);
    await seedRules(tx);
    await seedProposals(tx, parameters);
    await seedBallots(tx, parameters);
    await seedWords(tx, parameters);
  });
  await store.sql`analyze`;
}

async function seedMembers(tx: Tx, { members, people }: SeedParameters): Promise<void> {
  const { governor, registry, record } = seededContracts;
  await tx`
    insert into alliance.projection
      (governor, registry, record, chain, epoch, log_index, head_epoch, head_time, safe_epoch, founded_epoch, founded_at)
    values (${governor}, ${registry}, ${record}, 1, 1, 0, 100000000, now(), 50000, 1, now() - interval '400 days')`;
  const rows = Array.from({ length: members }, (_, n) => {
    const slug = seededSlug(n);
    const id = memberId(slug);
    const key = `0x${id.slice(2, 42)}` as Hex;
    const entry = {
      id,
      profileHash: id,
      did: `did:web:${slug}.example`,
      kinds: 1 + (n % 31),
      key,
      nodeKey: '0x' as Hex,
    };
    const entryHash = hashEntry({ ...entry, witness: `0x${'0'.repeat(40)}` });
    return { n, slug, id, account: memberAccount(id), key, kinds: entry.kinds, did: entry.did, entry, entryHash };
  });
  const table = tx`
    jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(n int, slug text, id text, account text, key text,
      kinds int, did text, entry jsonb, "entryHash" text)`;
  await tx`
    insert into alliance.member (slug, name_zh, name_en, kind, standing)
    select slug, '第' || n || '号成员单位', 'Member number ' || n, 'enterprise', 'admitted' from ${table}`;
  await tx`insert into alliance.member_identity (id, slug) select id, slug from ${table}`;
  await tx`
    insert into alliance.chain_member (id, account, status, did, kinds, key, profile_hash, weight, applied_at, admitted_at,
      epoch, log_index, transaction)
    select id, account, case when n % 20 = 7 then 'suspended' else 'admitted' end, did, kinds, key, substring(id from 3),
      1, now() - interval '400 days', now() - interval '399 days', 1, n, '0x' || encode(sha256(id::bytea), 'hex')
    from ${table}`;
  await tx`
    insert into alliance.member_version (member, epoch, log_index, what, transaction, state)
    select c.id, 1, c.log_index * 100 + v, 'WeightChanged', c.transaction, to_jsonb(c)
    from alliance.chain_member c cross join generate_series(0, 19) as v`;
  await tx`
    insert into alliance.member_key (key, member, epoch, log_index, transaction)
    select key, id, 1, log_index, transaction from alliance.chain_member`;
  await tx`
    insert into alliance.application (entry_hash, member, entry, admitted_epoch, epoch, log_index, transaction)
    select "entryHash", id, entry, 1, 1, n, '0x' || encode(sha256(id::bytea), 'hex') from ${table}`;
  await tx`
    insert into alliance.voting_account (account, delegate, votes) select account, account, 1 from alliance.chain_member`;
  await tx`insert into alliance.projected_block values (1, '0x' || repeat('1', 64), now() - interval '400 days', 0)`;
  await tx`
    insert into alliance."user" ("id", "name", "email", "emailVerified", "member")
    select 'seed-' || p, 'Person ' || p, 'person' || p || '@example.org', true, slug
    from generate_series(0, ${people - 1}::int) as p join ${table} on n = p % ${members}::int`;
  await tx`
    insert into alliance.total_weight select 1, log_index, now() - interval '400 days', log_index + 1 from alliance.chain_member`;
}

async function seedRules(tx: Tx): Promise<void> {
  const rules = {
    votingDelaySeconds: 0,
    votingPeriodSeconds: 604_800,
    proposalThreshold: 0,
    quorumPercent: 30,
    passPercent: 50,
  };
  for (const [rule, value] of Object.entries(rules)) {
    await tx`
      insert into alliance.rule_version (rule, epoch, log_index, time, value, transaction)
      select ${rule}, 1, v, now() - interval '400 days', ${value}, '0x' || repeat('1', 64) from generate_series(0, 19) as v`;
  }
}

async function seedProposals(tx: Tx, { members, proposals }: SeedParameters): Promise<void> {
  const { targets, calldatas } = encodeDecision(seededContracts, { type: 'suspend', member: memberId(seededSlug(1)) });
  // One a third of a day; the last twenty are open, the others have an outcome.
  await tx.unsafe(
    `insert into alliance.proposal (id, type, proposer, targets, amounts, calldatas, description, digest, created_at, vote_start,
       vote_end, votes_for, votes_against, votes_abstain, ballots, quorum, pass_percent, outcome, settled_epoch, executed_epoch, executed_index,
       executed_transaction, spends, epoch, log_index, transaction)
     select ${idOf('n')}, (array['suspend', 'free', 'spend', 'changeRule', 'publishScenario'])[1 + n % 5], c.account,
       array[$1::text], array[case when n % 5 = 2 then n + 1 else 0 end]::numeric[], array[$2::text],
       'xiangyu-proposal:1:' || encode(sha256(('document ' || n)::bytea), 'hex'),
       encode(sha256(('document ' || n)::bytea), 'hex'), at, at, at + interval '7 days', 0, 0, 0, 0, 30, 50,
       case when n >= $3 - 20 then null when n % 3 = 0 then 'defeated' else 'succeeded' end,
       case when n >= $3 - 20 then null else n * 100 + 60 end,
       case when n < $3 - 20 and n % 3 = 1 then n * 100 + 70 end, case when n < $3 - 20 and n % 3 = 1 then 1 end,
       case when n < $3 - 20 and n % 3 = 1 then '0x' || repeat('2', 64) end,
       n % 5 = 2, n * 100 + 10, 0, '0x' || repeat('3', 64)
     from (
       select n, date_trunc('seconds', now()) - ($3 - n) * interval '8 hours' as at from generate_series(0, $3 - 1) as n) made
     join alliance.chain_member c on c.log_index = n % $4`,
    [targets[0] ?? '', calldatas[0] ?? '', proposals, members],
  );
  await tx`
    insert into alliance.projected_block (epoch, hash, time, last_index)
    select p.epoch - 10 + block, '0x' || encode(sha256((p.epoch + block)::text::bytea), 'hex'), p.created_at, 0
    from alliance.proposal p cross join unnest(array[10, 20, 21, 22, 23, 24, 70]) as block on conflict do nothing`;
}

async function seedBallots(tx: Tx, { ballotsEach }: SeedParameters): Promise<void> {
  await tx`
    insert into alliance.ballot (proposal, voter, support, weight, reason, time, epoch, log_index, transaction)
    select p.id, c.account, case when (p.epoch / 100 + c.log_index) % 7 = 0 then 0 when c.log_index % 11 = 0 then 2 else 1 end,
      1, '', p.created_at, p.epoch + 10 + c.log_index % 5, c.log_index, '0x' || encode(sha256((p.id || c.log_index)::bytea), 'hex')
    from alliance.proposal p join alliance.chain_member c on c.log_index < ${ballotsEach}`;
  await tx`
    update alliance.proposal p set (votes_against, votes_for, votes_abstain, ballots) = (
      select count(*) filter (where support = 0), count(*) filter (where support = 1), count(*) filter (where support = 2),
        count(*) from alliance.ballot b where b.proposal = p.id)`;
  // All of them came through the platform.
  await tx`
    insert into alliance.action (kind, member, proposal, body, digest, transaction_id, state, hidden, submitted_at)
    select 'ballot', c.id, b.proposal, '{"support":"for"}', md5(b.proposal || b.voter),
      row_number() over (order by b.epoch, b.log_index), 'done', true, b.time
    from alliance.ballot b join alliance.chain_member c on c.account = b.voter`;
}

async function seedWords(tx: Tx, { commentsEach }: SeedParameters): Promise<void> {
  const document = canonicalizeJson({
    type: 'suspend',
    title: { zh: '中止资格', en: 'Suspend' },
    text: { zh: '理由。'.repeat(300), en: 'A reason. '.repeat(200) },
    parameters: { member: seededSlug(1) },
  });
  await tx`
    insert into alliance.proposal_document (digest, proposal, type, title_zh, title_en, document, member, statement_id)
    select digest, id, type, '提案 ' || epoch, 'Proposal ' || epoch, ${document}, ${seededSlug(0)}, 'none' from alliance.proposal`;
  await tx`
    insert into alliance.comment (proposal, author, author_name, member, text)
    select p.id, 'person seed-' || n, 'Person ' || n, c.id, repeat('A comment. ', 20)
    from alliance.proposal p cross join generate_series(1, ${commentsEach}) as n
    join alliance.chain_member c on c.log_index = n`;
  await tx`
    insert into alliance.scenario (id_hash, version, uri, digest, epoch, log_index, transaction)
    select '0x' || digest, 1, 'https://scenario.example/' || epoch, digest, executed_epoch, 0, executed_transaction
    from alliance.proposal where type = 'publishScenario' and executed_epoch is not null`;
}
