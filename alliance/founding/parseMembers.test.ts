import { expect, test } from 'vitest';
import type { XiangyuError } from '../../errors.ts';
import { hashCharter, writeCharter } from './charter.ts';
import { type MembersProblem, parseMembers } from './parseMembers.ts';

const key = (digit: string) => `0x${digit.repeat(40)}`;
const good = `
name: { zh: 湘渝联盟, en: Xiangyu alliance }
rules:
  votingDelay: 2 hours
  votingPeriod: 3 days
  quorumPercent: 40
  kindWeights: { government: 3 }
members:
  - slug: kiwi-farm
    name: { zh: 猕猴桃合作社, en: Kiwi cooperative }
    kinds: [witness, enterprise]
    key: ${key('1')}
  - slug: big-data-bureau
    name: { zh: 大数据局, en: Big data bureau }
    kinds: [government]
    key: "${key('a')}"
    nodeKey: 0x${'Ab'.repeat(64)}
    website: https://bureau.example
`;

function problemsOf(text: string): MembersProblem[] {
  try {
    parseMembers(text);
  } catch (error) {
    expect(error).toMatchObject({ code: 'FOUNDING_MEMBERS_INVALID' });
    return (error as XiangyuError).details.problems as MembersProblem[];
  }
  throw new Error('it was accepted');
}

test('a list of founders becomes a charter, with the rules that are not given', () => {
  const charter = parseMembers(good);
  expect(charter.rules).toEqual({
    votingDelaySeconds: 7_200,
    votingPeriodSeconds: 259_200,
    quorumPercent: 40,
    passPercent: 50,
    kindWeights: { enterprise: 1, government: 3, research: 1, certifier: 1, nodeOperator: 1, witness: 1 },
  });
  expect(charter.founders).toMatchObject([
    { slug: 'kiwi-farm', kinds: ['enterprise', 'witness'], key: key('1'), nodeKey: null, witness: null },
    { slug: 'big-data-bureau', key: key('a'), nodeKey: `0x${'ab'.repeat(64)}` },
  ]);
  expect(hashCharter(charter)).toBe(hashCharter(JSON.parse(writeCharter(charter))));
  expect(hashCharter(parseMembers(good.replace('2 hours', '3 hours')))).not.toBe(hashCharter(charter));
});

test('everything that is wrong is named with its line', () => {
  const text = good
    .replace('slug: big-data-bureau', 'slug: kiwi-farm')
    .replace('kinds: [government]', 'kinds: [goverment]')
    .replace(`key: "${key('a')}"`, 'key: 0x12')
    .replace('quorumPercent: 40', 'quorumPercent: 140')
    .replace('votingDelay: 2 hours', 'votingDelay: soon')
    .replace('name: { zh: 猕猴桃合作社, en: Kiwi cooperative }', 'name: 猕猴桃合作社');
  expect(problemsOf(text)).toMatchObject([
    { line: 4, problem: expect.stringContaining('votingDelay is not a time') },
    { line: 6, problem: expect.stringContaining('from 1 to 100') },
    { line: 10, problem: expect.stringContaining('not a map with zh, en') },
    { line: 13, problem: expect.stringContaining('that of founder 1 too') },
    { line: 15, problem: expect.stringContaining('"goverment" is no kind') },
    { line: 16, problem: expect.stringContaining('key is not an address') },
  ]);
});

test('a key in mixed case needs a right checksum, and nobody has the key of another', () => {
  const mixed = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
  expect(parseMembers(good.replace(key('1'), mixed)).founders[0]?.key).toBe(mixed.toLowerCase());
  expect(problemsOf(good.replace(key('1'), mixed.replace('5aA', '5Aa')))).toHaveLength(1);
  expect(problemsOf(good.replace(key('1'), key('A')))).toMatchObject([
    { problem: expect.stringContaining('founder 1 too') },
  ]);
});

test('what is no YAML, no list, unknown or too much is refused, not guessed', () => {
  expect(problemsOf('members: [')).toMatchObject([{ line: 1 }]);
  expect(problemsOf('')).toHaveLength(1);
  expect(problemsOf('- a')).toHaveLength(1);
  expect(problemsOf(`${good}admin: operator\n`)).toMatchObject([
    { line: 19, problem: expect.stringContaining('"admin"') },
  ]);
  expect(problemsOf(good.replace('slug: kiwi-farm', 'slug: operator'))).toHaveLength(1);
  expect(problemsOf(good.replace('slug: kiwi-farm', 'slug: kiwi-farm\n    slug: other'))).toMatchObject([{ line: 10 }]);
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nmembers: [*c,*c,*c,*c]`;
  expect(problemsOf(bomb).length).toBeGreaterThan(0);
});
