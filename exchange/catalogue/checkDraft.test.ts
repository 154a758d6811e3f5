import { describe, expect, it } from 'vitest';
import { XiangyuError } from '../../errors.ts';
import { checkDraft } from './checkDraft.ts';
import type { DraftProblem } from './explainShape.ts';
import { knownFormats } from './knownFormats.ts';
import { openChangeTimes } from './measure/changeTimes.ts';
import { makeJudge } from './measure/judgeValue.ts';
import { openKeySample } from './measure/keySample.ts';
import { checkCrontab } from './measure/schedule.ts';
import { itemsFromCsv } from './suggestItems.ts';
import { testDraft } from './testing.ts';
import { readValuePattern } from './valuePattern.ts';

function problemsOf(draft: unknown): DraftProblem[] {
  try {
    checkDraft(draft);
    return [];
  } catch (error) {
    if (!(error instanceof XiangyuError)) throw error;
    expect(error.code).toBe('CATALOGUE_DRAFT_INVALID');
    return error.details.problems as DraftProblem[];
  }
}
const pathsOf = (changes: Record<string, unknown>) => problemsOf(testDraft(changes)).map(({ path }) => path);
const item = (changes: Record<string, unknown>) => ({
  items: [{ name: 'a', title: { zh: '甲', en: '' }, type: 'text', ...changes }],
  changeItem: null,
  methods: ['pull'],
});

describe('a draft', () => {
  it('is completed with defaults', () => {
    const draft = checkDraft(testDraft());
    expect(draft.terms).toEqual({
      purposes: null,
      recipients: null,
      regions: null,
      longestDays: null,
      mostRequests: null,
      deletion: true,
    });
    expect(draft.items[0]).toMatchObject({ sharing: 'conditional', level: 3, required: true, mask: null });
    expect(draft.items[1]).toMatchObject({ key: false, required: false, validity: null });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['what is withheld without a ground', { sharing: 'none', methods: [] }, ['/legalGround']],
    ['ways of giving what is withheld', { sharing: 'none', legalGround: '某法第一条' }, ['/methods']],
    ['conditions that are missing', { conditions: null }, ['/conditions']],
    ['conditions in blanks', { conditions: { zh: ' ', en: '' } }, ['/conditions']],
    ['a title without words', { title: { zh: '', en: ' ' } }, ['/title']],
    ['no way of sharing', { methods: [] }, ['/methods']],
    ['a way that there is not', { methods: ['pull', 'fax'] }, ['/methods/1']],
    ['a cycle that there is not', { updateCycle: 'hourly' }, ['/updateCycle']],
    ['a field that there is not', { colour: 'red' }, ['/colour']],
    ['a field of an item that there is not', item({ 'a/b': 1 }), ['/items/0/a~1b']],
    ['a level beyond', { level: 5 }, ['/level']],
    ['a region that is none', { region: '4300000' }, ['/region']],
    ['an item above its dataset', { ...item({ level: 3 }), level: 2 }, ['/items/0/level']],
    ['an item more open than its dataset', item({ sharing: 'unconditional' }), ['/items/0/sharing']],
    [
      'conditions on a part of what is open',
      { ...item({ sharing: 'conditional' }), sharing: 'unconditional' },
      ['/items/0/sharing'],
    ],
    [
      'open sensitive values',
      { ...item({ sensitive: true }), sharing: 'unconditional', conditions: null },
      ['/items/0/mask'],
    ],
    ['open data of level 4', { ...item({}), sharing: 'unconditional', level: 4 }, ['/sharing']],
    ['terms of what is open', { ...item({}), sharing: 'unconditional', terms: { purposes: ['A'] } }, ['/terms']],
    ['nothing shared of what is shared', item({ sharing: 'none' }), ['/items']],
    ['answers without items', { items: [], changeItem: null }, ['/items']],
    ['matching without a key', { ...item({}), methods: ['match'] }, ['/methods']],
    ['a name twice', { ...item({}), items: [...item({}).items, ...item({}).items] }, ['/items/1/name']],
    ['a mask that cannot read', item({ mask: { kind: 'date', to: 'year' } }), ['/items/0/mask']],
    ['a mask without its parameters', item({ mask: { kind: 'keep', first: 1 } }), ['/items/0/mask']],
    ['a mask that there is not', item({ mask: { kind: 'blur' } }), ['/items/0/mask/kind']],
    ['a pattern that never ends', item({ validity: { pattern: '(a+)+b' } }), ['/items/0/validity/pattern']],
    ['bounds of a text', item({ validity: { least: 1 } }), ['/items/0/validity/least']],
    [
      'a code twice',
      item({
        validity: {
          codes: [
            { code: '1', title: { zh: '', en: '' } },
            { code: '1', title: { zh: '', en: '' } },
          ],
        },
      }),
      ['/items/0/validity/codes/1/code'],
    ],
    ['the time of changes in no item', { changeItem: 'when' }, ['/changeItem']],
    ['the time of changes in a number', { changeItem: 'grade' }, ['/changeItem']],
    ['a zero character', { keywords: ['a\0b'] }, ['/keywords/0']],
    ['two things at once', { level: 'high', duty: '' }, ['/duty', '/level']],
  ])('refuses %s, naming the place', (_, changes, paths) => {
    expect(pathsOf(changes).toSorted()).toEqual(paths);
  });

  it('names what is missing, and says why in both languages', () => {
    const { title: _, ...untitled } = testDraft();
    expect(problemsOf(untitled)).toEqual([{ path: '/title', words: { zh: '缺少此项', en: 'is missing' } }]);
    expect(problemsOf('text')).toEqual([{ path: '', words: { zh: '应为对象', en: 'must be an object' } }]);
    for (const { words } of problemsOf(testDraft({ sharing: 'none', level: 1 })))
      expect(words).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/v), en: expect.stringMatching(/[a-z]/) });
  });
});

describe('values', () => {
  it('have check digits', () => {
    const { citizenNumber, creditCode } = knownFormats;
    // The example of GB 11643-1999, and its digits changed.
    expect(
      ['11010519491231002X', '110105194912310021', '11010519491331002X', '440524188001010014'].map(citizenNumber),
    ).toEqual([true, false, false, true]);
    expect(['91350100M000100Y43', '91350100M000100Y44', '91350100M000100I43'].map(creditCode)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('are matched in little time, or the pattern is refused', () => {
    for (const text of ['(a|b)', 'a|b', '(?=a)', '\\1', '\\b', '[a', '.*.*.*', 'a{1,9}b{1,9}c{1,9}', '^a$', '']) {
      expect(readValuePattern(text), text).toBeNull();
    }
    expect(readValuePattern('[A-Z]{2}\\d{4,6}')?.test('AB12345')).toBe(true);
    expect(readValuePattern('[A-Z]{2}\\d{4,6}')?.test('AB12345\nx')).toBe(false);
    const slow = readValuePattern('.*.*x');
    const started = performance.now();
    expect(slow?.test('a'.repeat(500))).toBe(false);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it.each([
    ['integer', ['1', -3, '12345678901234567890'], ['1.5', 'one', true]],
    ['number', ['1.5', 2, '1e9'], ['1,5', 'NaN', '']],
    ['boolean', [true, 'false', '1'], ['yes', 2]],
    ['date', ['2026-02-28'], ['2026-02-29', '2026/02/01', '20260201']],
    ['time', ['2026-02-28T10:00:00Z', '2026-02-28 10:00'], ['2026-02-28', '2026-02-30T10:00:00Z']],
    ['json', ['{"a":1}', [1], { a: 1 }], ['{a']],
    ['text', ['x', 5], [true, [1]]],
  ] as const)('of type %s are told from others', (type, good, bad) => {
    const judge = makeJudge({ type, validity: null });
    expect(good.filter((value) => !judge(value as never))).toEqual([]);
    expect(bad.filter((value) => judge(value as never))).toEqual([]);
  });

  it('estimate how many keys are unique, with flat memory', () => {
    const [exact, sampled] = [openKeySample(), openKeySample(800)];
    for (let row = 0; row < 9_000; row += 1) {
      // Every third key is there twice.
      const key = String(row % 3 === 2 ? row - 1 : row);
      exact.add(key);
      sampled.add(key);
    }
    expect(exact.uniqueShare()).toBeCloseTo(1 / 3, 6);
    expect(sampled.uniqueShare()).toBeCloseTo(1 / 3, 1);
    expect(openKeySample().uniqueShare()).toBeNull();
  });

  it('show in which cycle they really change', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    const cycleOf = (gapHours: number, claimed: 'daily' | 'monthly' | 'irregular') => {
      const times = openChangeTimes(now);
      for (let n = 0; n < 400; n += 1)
        times.add(new Date(now.getTime() - (n + 1) * gapHours * 3_600_000).toISOString());
      return times.result(claimed);
    };
    expect(cycleOf(1, 'daily')).toMatchObject({ measured: 'realtime', ageHours: 1, kept: true });
    expect(cycleOf(24, 'daily')).toMatchObject({ measured: 'daily', kept: true });
    expect(cycleOf(7 * 24, 'daily')).toMatchObject({ measured: 'weekly', kept: false });
    expect(cycleOf(30 * 24, 'monthly')).toMatchObject({ measured: 'monthly', kept: true });
    expect(cycleOf(90 * 24, 'irregular')).toMatchObject({ measured: 'quarterly', kept: null });
    const local = openChangeTimes(now);
    local.add('2026-11-20 19:00');
    expect(local.result('daily')).toMatchObject({ newest: '2026-11-20T11:00:00.000Z', ageHours: 1 });
    const future = openChangeTimes(now);
    future.add('2027-01-01');
    expect(future.result('daily')).toMatchObject({ newest: null, measured: null, kept: null });
  });

  it('are measured at times that make sense', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    expect(checkCrontab('0 20 * * *', now)).toBe('0 20 * * *');
    for (const cron of ['* * * * *', '0,30 * * * *', '0 0 30 2 *', 'x y z a b', '0 20 * * * *', ''])
      expect(() => checkCrontab(cron, now), cron).toThrow(/schedule is none/);
  });
});

describe('a table of items', () => {
  it('is read as office software writes it', () => {
    const items = itemsFromCsv(
      '\ufeffname,titleZh,type,key,sensitive,level,sharing,codes\r\nid,"编号, 唯一",integer,是,,2,,\r\nsex,性别,text,否,true,3,none,1=男;2=女\r\n',
    );
    expect(items).toMatchObject([
      { name: 'id', title: { zh: '编号, 唯一', en: '' }, type: 'integer', key: true, required: true, validity: null },
      {
        name: 'sex',
        sensitive: true,
        level: 3,
        sharing: 'none',
        validity: { codes: [{ code: '1', title: { zh: '男' } }, { code: '2' }] },
      },
    ]);
    expect(() => checkDraft(testDraft({ items, changeItem: null }))).not.toThrow();
  });

  it.each([
    ['name,colour\nx,red\n', 'line 1: "colour"'],
    ['name,type\nx,text\ny,blob\n', 'line 3, type: must be one of text'],
    ['name,key\nx,perhaps\n', 'line 2, key'],
    ['name\nx\nx\n', 'the item x is there twice'],
    ['name\n', 'no line below'],
    ['name,type\n"x,text\n', 'cannot be read'],
  ])('is refused with the line that is wrong: %j', (csv, problem) => {
    expect(() => itemsFromCsv(csv)).toThrow(problem);
  });
});
