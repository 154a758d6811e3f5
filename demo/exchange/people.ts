import { type Random, seedRandom } from '../random.ts';
import { citizenNumber, creditCode } from './numbers.ts';
import { regions } from './regions.ts';

/** Somebody who does not exist. */
export interface DemoPerson {
  id: string;
  name: string;
  birthDate: string;
  region: string;
}

/** An organisation that does not exist. */
export interface DemoOrganisation {
  code: string;
  name: string;
  kind: 'cooperative' | 'company' | 'individual';
  legalPerson: string;
  region: string;
}

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马胡朱郭何林罗高谢唐韩曹邓萧冯曾彭'];
const givenNames = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅文志辉'];
const trades = ['茶叶', '水稻', '柑橘', '蔬菜', '油茶', '中药材', '生猪', '水产', '百合', '猕猴桃'];
const dayMs = 86_400_000;

/** A seeded choice. */
export function pick<Item>(random: Random, from: readonly Item[]): Item {
  const chosen = from[Math.floor(random() * from.length)];
  if (chosen === undefined) throw new Error('there is nothing to choose from');
  return chosen;
}

const nameOf = (random: Random) => `${pick(random, surnames)}${pick(random, givenNames)}${pick(random, givenNames)}`;

/** Residents, always the same ones; about 12 in 100 moved away since. */
export function makePeople(count: number): DemoPerson[] {
  const random = seedRandom(430_001);
  const taken = new Set<string>();
  return Array.from({ length: count }, () => {
    const region = pick(random, regions).code;
    const born = new Date(Date.UTC(1945, 0, 1) + Math.floor(random() * 60 * 365) * dayMs).toISOString().slice(0, 10);
    let sequence = Math.floor(random() * 900);
    while (taken.has(citizenNumber(region, born, sequence))) sequence += 1;
    const id = citizenNumber(region, born, sequence);
    taken.add(id);
    return { id, name: nameOf(random), birthDate: born, region };
  });
}

const kinds = {
  cooperative: { prefix: '93', words: '专业合作社' },
  company: { prefix: '91', words: '农业发展有限公司' },
  individual: { prefix: '92', words: '经营部' },
} as const;

/** Organisations, always the same ones. */
export function makeOrganisations(count: number): DemoOrganisation[] {
  const random = seedRandom(430_002);
  return Array.from({ length: count }, (_, at): DemoOrganisation => {
    const kind = at % 3 === 0 ? 'cooperative' : at % 3 === 1 ? 'company' : 'individual';
    const region = pick(random, regions);
    const { prefix, words } = kinds[kind];
    return {
      code: creditCode(prefix, region.code, at),
      name: `${region.zh}示范${String(at + 1).padStart(4, '0')}号${pick(random, trades)}${words}`,
      kind,
      legalPerson: nameOf(random),
      region: region.code,
    };
  });
}
