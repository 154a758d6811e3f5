import { getAddress, type Hex, isAddress } from 'viem';
import { type MemberKind, memberKinds } from '../chain/members.ts';
import type { CharterRules, Founder, MemberProfile } from './charter.ts';
import type { Complain, YamlPath } from './parseMembers.ts';

const maxFounders = 500;
const reservedSlugs = ['operator', 'ledger'];
const units: Record<string, number> = {
  s: 1,
  second: 1,
  min: 60,
  minute: 60,
  h: 3_600,
  hour: 3_600,
  d: 86_400,
  day: 86_400,
};

type Given = Record<string, unknown>;

const isMap = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields of a map, after complaints about those that do not belong there. */
function readMap(value: unknown, path: YamlPath, complain: Complain, known: readonly string[]): Given {
  if (!isMap(value)) {
    complain(
      path,
      `${path.at(-1)} is missing, or is not a map with ${known.join(', ')}`,
      `缺少 ${path.at(-1)}，或它不是由 ${known.join('、')} 组成的`,
    );
    return {};
  }
  for (const name of Object.keys(value)) {
    if (!known.includes(name))
      complain(
        [...path, name],
        `"${name}" is not known here; known are ${known.join(', ')}`,
        `这里没有“${name}”这一项，可用的有 ${known.join('、')}`,
      );
  }
  return value;
}

function readText(value: unknown, path: YamlPath, complain: Complain, max: number): string {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= max) return value.trim();
  complain(
    path,
    `${path.join('.')} is missing, or has more than ${max} characters`,
    `没有填写 ${path.join('.')}，或超过 ${max} 个字符`,
  );
  return '';
}

/** A text in both languages. */
export function readName(value: unknown, path: YamlPath, complain: Complain, max = 200): { zh: string; en: string } {
  const given = readMap(value, path, complain, ['zh', 'en']);
  if (!isMap(value)) return { zh: '', en: '' };
  return {
    zh: readText(given.zh, [...path, 'zh'], complain, max),
    en: readText(given.en, [...path, 'en'], complain, max),
  };
}

function readNumber(value: unknown, path: YamlPath, complain: Complain, [least, most]: [number, number]): number {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  complain(
    path,
    `${path.at(-1)} is not a whole number from ${least} to ${most}`,
    `${path.at(-1)} 不是 ${least} 至 ${most} 的整数`,
  );
  return least;
}

/** A time such as `7 days` or `30 s`, in seconds. */
function readDuration(value: unknown, path: YamlPath, complain: Complain, [least, most]: [number, number]): number {
  const [, count = '', unit = 's'] =
    /^(\d{1,9})\s*([a-z]+?)?s?$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const seconds = count === '' ? Number.NaN : Number(count) * (units[unit] ?? Number.NaN);
  if (seconds >= least && seconds <= most) return seconds;
  complain(
    path,
    `${path.at(-1)} is not a time from ${least} to ${most} seconds, such as "30 s", "12 hours" or "7 days"`,
    `${path.at(-1)} 不是 ${least} 至 ${most} 秒的时长（写法如“30 s”“12 hours”“7 days”）`,
  );
  return least;
}

/** The rules, with a day's delay, a week's vote, half of the weight as quorum and equal weights unless it says otherwise. */
export function readRules(value: unknown, complain: Complain): CharterRules {
  const path = ['rules'];
  const names = ['votingDelay', 'votingPeriod', 'quorumPercent', 'passPercent', 'kindWeights'];
  const given = value === undefined ? {} : readMap(value, path, complain, names);
  const weights =
    given.kindWeights === undefined ? {} : readMap(given.kindWeights, [...path, 'kindWeights'], complain, memberKinds);
  const weightOf = (kind: MemberKind) =>
    readNumber(weights[kind] ?? '1', [...path, 'kindWeights', kind], complain, [0, 65_535]);
  return {
    votingDelaySeconds: readDuration(given.votingDelay ?? '1 day', [...path, 'votingDelay'], complain, [
      0,
      90 * 86_400,
    ]),
    votingPeriodSeconds: readDuration(given.votingPeriod ?? '7 days', [...path, 'votingPeriod'], complain, [
      1,
      365 * 86_400,
    ]),
    quorumPercent: readNumber(given.quorumPercent ?? '50', [...path, 'quorumPercent'], complain, [1, 100]),
    passPercent: readNumber(given.passPercent ?? '50', [...path, 'passPercent'], complain, [0, 100]),
    kindWeights: Object.fromEntries(memberKinds.map((kind) => [kind, weightOf(kind)])) as CharterRules['kindWeights'],
  };
}

const fields = ['slug', 'name', 'kinds', 'key', 'did', 'nodeKey', 'witness', 'description', 'website'];

function readAddress(value: unknown, path: YamlPath, complain: Complain): Hex {
  const text = typeof value === 'string' ? value : '';
  if (isAddress(text, { strict: false })) {
    const isMixed = /[a-f]/.test(text.slice(2)) && /[A-F]/.test(text.slice(2));
    if (!isMixed || getAddress(text) === text) return text.toLowerCase() as Hex;
  }
  complain(
    path,
    `${path.at(-1)} is not an address of 0x and 40 hexadecimal digits with a right checksum`,
    `${path.at(-1)} 不是 0x 加 40 位十六进制数且校验正确的地址`,
  );
  return '0x';
}

function readProfile(given: Given, path: YamlPath, complain: Complain): MemberProfile {
  const website = given.website === undefined ? '' : readText(given.website, [...path, 'website'], complain, 300);
  if (website !== '' && !website.startsWith('https://'))
    complain([...path, 'website'], 'website does not begin with https://', 'website 不是以 https:// 开头的网址');
  return {
    name: readName(given.name, [...path, 'name'], complain),
    ...(given.description === undefined
      ? {}
      : { description: readName(given.description, [...path, 'description'], complain, 2_000) }),
    ...(website === '' ? {} : { website }),
  };
}

/** One organisation of the list. */
export function readFounder(value: unknown, path: YamlPath, complain: Complain): Founder {
  const given = readMap(value, path, complain, fields);
  const slug = typeof given.slug === 'string' ? given.slug : '';
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(slug)) {
    complain(
      [...path, 'slug'],
      'slug is missing, or is not of lower-case letters, digits and hyphens',
      '没有填写 slug，或含有小写字母、数字和连字符以外的字符',
    );
  } else if (reservedSlugs.includes(slug))
    complain([...path, 'slug'], `slug "${slug}" stands for the platform itself`, `slug“${slug}”代表平台自身，不能使用`);
  const kinds = Array.isArray(given.kinds) ? (given.kinds as MemberKind[]) : [];
  if (kinds.length === 0)
    complain(
      [...path, 'kinds'],
      `kinds is missing, or is not a list of ${memberKinds.join(', ')}`,
      `没有填写 kinds，或它不是由 ${memberKinds.join('、')} 组成的列表`,
    );
  for (const [index, kind] of kinds.entries()) {
    if (!memberKinds.includes(kind))
      complain(
        [...path, 'kinds', index],
        `"${kind}" is no kind; kinds are ${memberKinds.join(', ')}`,
        `没有类别“${kind}”，可用的有 ${memberKinds.join('、')}`,
      );
  }
  const did = given.did === undefined ? '' : readText(given.did, [...path, 'did'], complain, 256);
  if (did !== '' && !did.startsWith('did:web:'))
    complain([...path, 'did'], 'did does not begin with did:web:', 'did 不是以 did:web: 开头');
  const nodeKey = typeof given.nodeKey === 'string' ? given.nodeKey.toLowerCase() : null;
  if (nodeKey !== null && !/^0x[0-9a-f]{128}$/.test(nodeKey)) {
    complain(
      [...path, 'nodeKey'],
      'nodeKey is not 0x and 128 hexadecimal digits',
      'nodeKey 不是 0x 加 128 位十六进制数',
    );
  }
  return {
    slug,
    kinds: memberKinds.filter((kind) => kinds.includes(kind)),
    did,
    key: readAddress(given.key, [...path, 'key'], complain),
    nodeKey: nodeKey as Hex | null,
    witness: given.witness === undefined ? null : readAddress(given.witness, [...path, 'witness'], complain),
    profile: readProfile(given, path, complain),
  };
}

/** The founders, in the order of the file; no two with one slug or one key. */
export function readFounders(value: unknown, complain: Complain): Founder[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > maxFounders) {
    complain(
      ['members'],
      `members is not a list of 1 to ${maxFounders} organisations`,
      `members 不是由 1 至 ${maxFounders} 个单位组成的列表`,
    );
    return [];
  }
  const founders = value.map((item, index) => readFounder(item, ['members', index], complain));
  for (const field of ['slug', 'key'] as const) {
    const first = new Map<string, number>();
    for (const [index, founder] of founders.entries()) {
      const earlier = first.get(founder[field]);
      if (earlier === undefined) first.set(founder[field], index);
      else if (founder[field].length > 2) {
        complain(
          ['members', index, field],
          `${field} ${founder[field]} is that of founder ${earlier + 1} too`,
          `${field} ${founder[field]} 与第 ${earlier + 1} 个创始成员的相同`,
        );
      }
    }
  }
  return founders;
}
