import { makeCalendar } from '../calendar.ts';
import { type Random, seedRandom } from '../random.ts';
import type { DepartmentKey } from './departments.ts';
import { makeOrganisations, makePeople, pick } from './people.ts';
import { city, regions } from './regions.ts';

type Cell = string | number | null;

/** A table of a department's own database. */
export interface DemoTable {
  department: DepartmentKey;
  name: string;
  /** What stands between the brackets of CREATE TABLE. */
  columns: string;
  rows: Record<string, Cell>[];
}

/** How many residents and organisations there are. */
export interface DemoSizes {
  people: number;
  organisations: number;
}

/** Those of a city. */
const citySizes: DemoSizes = { people: 12_000, organisations: 8_000 };
const organic = ['稻谷', '茶叶', '油茶籽', '黑木耳', '猕猴桃', '百合', '蔬菜'] as const;

/** A telephone number that no exchange connects: numbers of subscribers do not begin with 0. */
const phone = (random: Random) => `0731-0${String(Math.floor(random() * 10_000_000)).padStart(7, '0')}`;

/**
 * The data of all departments, synthetic and the same at every call but for days, which count from `now`. Residents and
 * organisations are the same in all of them.
 */
export function makeTables(now: Date, sizes = citySizes): DemoTable[] {
  const { date, at } = makeCalendar(now);
  const people = makePeople(sizes.people);
  const organisations = makeOrganisations(sizes.organisations);
  const random = seedRandom(430_003);
  const daysAgo = (most: number) => -Math.floor(random() * most);
  const changed = (most: number) => at(daysAgo(most), '09:30');
  const cooperatives = organisations.filter(({ kind }) => kind === 'cooperative');

  return [
    {
      department: 'civilAffairs',
      name: 'allowance_recipients',
      columns: `person_id text PRIMARY KEY, name text NOT NULL, household_no text NOT NULL, grade integer NOT NULL,
        monthly_amount numeric NOT NULL, region_code text NOT NULL, state text NOT NULL, valid_until date NOT NULL,
        changed_at timestamptz NOT NULL`,
      rows: people
        .filter((_, index) => index % 6 === 0)
        .map(({ id, name, region }, index) => ({
          person_id: id,
          name,
          household_no: `${region}DB${String(index + 1).padStart(6, '0')}`,
          grade: 1 + Math.floor(random() * 3),
          monthly_amount: 380 + 10 * Math.floor(random() * 40),
          region_code: region,
          state: random() < 0.9 ? 'receiving' : 'ended',
          valid_until: date(30 + Math.floor(random() * 330)),
          changed_at: changed(20),
        })),
    },
    {
      department: 'civilAffairs',
      name: 'social_organisations',
      columns: `credit_code text PRIMARY KEY, name text NOT NULL, region_code text NOT NULL, registered_on date NOT NULL,
        changed_at timestamptz NOT NULL`,
      rows: organisations.slice(0, 900).map(({ code, region }, index) => ({
        credit_code: code,
        name: `南岭市示范第${index + 1}志愿服务社`,
        region_code: region,
        registered_on: date(-400 + daysAgo(3_000)),
        changed_at: changed(25),
      })),
    },
    {
      department: 'publicSecurity',
      name: 'residents',
      columns: `person_id text PRIMARY KEY, name text NOT NULL, birth_date date NOT NULL, region_code text NOT NULL,
        address text NOT NULL, state text NOT NULL, registered_on date NOT NULL, changed_at timestamptz NOT NULL`,
      rows: people.map(({ id, name, birthDate, region }) => ({
        person_id: id,
        name,
        birth_date: birthDate,
        region_code: region,
        address: `${city.zh}示范路${1 + Math.floor(random() * 900)}号`,
        state: random() < 0.88 ? 'registered' : 'moved',
        registered_on: date(-100 + daysAgo(7_000)),
        changed_at: changed(2),
      })),
    },
    {
      department: 'marketRegulation',
      name: 'licences',
      columns: `credit_code text PRIMARY KEY, name text NOT NULL, kind text NOT NULL, legal_person text NOT NULL,
        region_code text NOT NULL, capital numeric NOT NULL, state text NOT NULL, valid_until date NOT NULL,
        changed_at timestamptz NOT NULL`,
      rows: organisations.map(({ code, name, kind, legalPerson, region }) => ({
        credit_code: code,
        name,
        kind,
        legal_person: legalPerson,
        region_code: region,
        capital: 10 * (1 + Math.floor(random() * 500)),
        state: random() < 0.94 ? 'valid' : 'revoked',
        valid_until: date(200 + Math.floor(random() * 5_000)),
        changed_at: changed(2),
      })),
    },
    {
      department: 'marketRegulation',
      name: 'organic_producers',
      columns: `certificate_no text PRIMARY KEY, credit_code text NOT NULL, name text NOT NULL, product text NOT NULL,
        area_mu numeric NOT NULL, region_code text NOT NULL, valid_until date NOT NULL, contact_phone text NOT NULL,
        inspection_notes text, changed_at timestamptz NOT NULL`,
      rows: cooperatives
        .filter((_, index) => index % 2 === 0)
        .map(({ code, name, region }, index) => ({
          certificate_no: `DEMO-OP-${String(index + 1).padStart(6, '0')}`,
          credit_code: code,
          name,
          product: pick(random, organic),
          area_mu: 20 + Math.floor(random() * 1_800),
          region_code: region,
          valid_until: date(30 + Math.floor(random() * 335)),
          contact_phone: phone(random),
          inspection_notes: random() < 0.2 ? '示范数据：现场检查建议改进投入品台账' : null,
          changed_at: changed(6),
        })),
    },
    {
      department: 'agriculture',
      name: 'subsidy_applications',
      columns: `application_no text PRIMARY KEY, person_id text NOT NULL, credit_code text NOT NULL,
        region_code text NOT NULL, area_mu numeric NOT NULL, state text NOT NULL, applied_on date NOT NULL,
        changed_at timestamptz NOT NULL`,
      rows: cooperatives.slice(0, 1_800).map(({ code, region }, index) => ({
        application_no: `STNC-${String(index + 1).padStart(6, '0')}`,
        person_id: people[index * 5]?.id ?? '',
        credit_code: code,
        region_code: region,
        area_mu: 10 + Math.floor(random() * 400),
        state: index % 3 === 0 ? 'granted' : index % 3 === 1 ? 'checking' : 'received',
        applied_on: date(daysAgo(90)),
        changed_at: changed(2),
      })),
    },
    {
      department: 'bigData',
      name: 'region_codes',
      columns:
        'region_code text PRIMARY KEY, name_zh text NOT NULL, name_en text NOT NULL, changed_at timestamptz NOT NULL',
      rows: [city, ...regions].map(({ code, zh, en }) => ({
        region_code: code,
        name_zh: zh,
        name_en: en,
        changed_at: at(-10, '09:00'),
      })),
    },
  ];
}

/** Who applies for the subsidy in the first cases: as the table of applications has it. */
export function firstCases(count: number): { number: string; person: string; organisation: string; region: string }[] {
  const people = makePeople(count * 5);
  const cooperatives = makeOrganisations(count * 3).filter(({ kind }) => kind === 'cooperative');
  return cooperatives.slice(0, count).map(({ code }, index) => ({
    number: `STNC-${String(index + 1).padStart(6, '0')}`,
    person: people[index * 5]?.id ?? '',
    organisation: code,
    region: people[index * 5]?.region ?? '',
  }));
}
