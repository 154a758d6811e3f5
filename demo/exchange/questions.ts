import type { DatasetKey } from './datasets.ts';

/** A question that a steward opens, without the id of its dataset. */
export interface DemoQuestion {
  dataset: DatasetKey;
  id: string;
  body: Record<string, unknown>;
}

const parameter = (name: string, item: string, zh: string, en: string, more: Record<string, unknown> = {}) => ({
  name,
  item,
  words: { zh, en },
  comparison: 'eq',
  type: 'text',
  required: true,
  ...more,
});
const person = parameter('person', 'person_id', '公民身份号码', 'Citizen number');
const region = parameter('region', 'region_code', '行政区划代码', 'Region code', { pattern: '4399\\d{2}' });
const stillValid = { item: 'valid_until', comparison: 'gteq', value: '$today' };
const inState = (value: string) => ({ item: 'state', comparison: 'eq', value });

/** The questions of the demonstration: the first three are those that the subsidy needs. */
export const questions: readonly DemoQuestion[] = [
  {
    dataset: 'recipients',
    id: 'on-allowance',
    body: {
      kind: 'holds',
      words: { zh: '该居民目前享受最低生活保障吗？', en: 'Is the resident on the minimum living allowance?' },
      parameters: [person],
      conditions: [inState('receiving'), stillValid],
    },
  },
  {
    dataset: 'residents',
    id: 'registered-here',
    body: {
      kind: 'holds',
      words: { zh: '该居民的户籍在所填区县吗？', en: 'Is the resident registered in the region?' },
      parameters: [person, region],
      conditions: [inState('registered')],
    },
  },
  {
    dataset: 'licences',
    id: 'valid-licence',
    body: {
      kind: 'holds',
      words: { zh: '该组织持有有效的营业执照吗？', en: 'Does the organisation hold a valid licence?' },
      parameters: [parameter('organisation', 'credit_code', '统一社会信用代码', 'Unified social credit code')],
      conditions: [inState('valid'), stillValid],
    },
  },
  {
    dataset: 'recipients',
    id: 'recipients-in-region',
    body: {
      kind: 'count',
      words: { zh: '区县内有多少在保对象？', en: 'How many residents of a region are on the allowance?' },
      parameters: [{ ...region, required: false }],
      conditions: [inState('receiving')],
    },
  },
];
