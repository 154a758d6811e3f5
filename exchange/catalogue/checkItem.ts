import { XiangyuError } from '../../errors.ts';
import { parseMask } from '../delivery/masks/parseMask.ts';
import type { DatasetDraft, Item } from './dataset.ts';
import type { DraftProblem } from './explainShape.ts';
import { readValuePattern } from './valuePattern.ts';

const openness = { none: 0, conditional: 1, unconditional: 2 } as const;

const isOrdered = ({ type }: Item) => ['integer', 'number', 'date', 'time'].includes(type);
const boundFits = ({ type }: Item, value: number | string) =>
  ['date', 'time'].includes(type)
    ? typeof value === 'string' && !Number.isNaN(Date.parse(value))
    : typeof value === 'number';

/** Whether a mask has the parameters of its kind. */
function maskIsWhole(item: Item): boolean {
  try {
    parseMask(item.mask, '');
    return true;
  } catch (error) {
    if (error instanceof XiangyuError) return false;
    throw error;
  }
}

/** Whether a mask can read the values of an item. */
function maskFits({ mask, type }: Item): boolean {
  if (mask?.kind === 'date') return type === 'date' || type === 'time';
  if (mask?.kind === 'number') return type === 'integer' || type === 'number';
  if (mask?.kind === 'region' || mask?.kind === 'keep') return type === 'text';
  return true;
}

function* checkValidity(item: Item, path: string): Generator<DraftProblem> {
  const { validity, type } = item;
  if (!validity) return;
  if ((validity.format ?? validity.pattern) !== undefined && type !== 'text')
    yield {
      path,
      words: { zh: '格式与格式规则只适用于文本', en: 'has a format or pattern, which are for texts only' },
    };
  if (validity.pattern !== undefined && readValuePattern(validity.pattern) === null)
    yield {
      path: `${path}/pattern`,
      words: {
        zh: '不是允许的格式规则：只能依次写字符和字符类及其次数，不能用分组和选择，不定次数最多两处',
        en: 'is no allowed pattern: characters and classes with counts in a row, no groups or alternatives, at most two open counts',
      },
    };
  for (const side of ['least', 'most'] as const) {
    const value = validity[side];
    if (value !== undefined && !(isOrdered(item) && boundFits(item, value)))
      yield { path: `${path}/${side}`, words: { zh: '与信息项的类型不符', en: "does not fit the item's type" } };
  }
  const codes = validity.codes?.map(({ code }) => code) ?? [];
  const twice = codes.findIndex((code, index) => codes.indexOf(code) !== index);
  if (twice >= 0) yield { path: `${path}/codes/${twice}/code`, words: { zh: '代码重复', en: 'is there twice' } };
}

/** What contradicts itself in an item, or the dataset it belongs to. */
export function* checkItem(item: Item, draft: DatasetDraft, path: string): Generator<DraftProblem> {
  if (item.title.zh.trim() === '' && item.title.en.trim() === '')
    yield { path: `${path}/title`, words: { zh: '中英文至少填写一种', en: 'is empty in both languages' } };
  // Items may be more open than their dataset only by mistake: the dataset's rule holds for the whole.
  if (openness[item.sharing] > openness[draft.sharing])
    yield {
      path: `${path}/sharing`,
      words: { zh: '信息项的共享类型比数据集更宽', en: 'is wider than that of the dataset' },
    };
  if (draft.sharing === 'unconditional' && item.sharing === 'conditional')
    yield {
      path: `${path}/sharing`,
      words: { zh: '含有条件共享信息项的数据集应为有条件共享', en: 'is conditional, so that the dataset must be too' },
    };
  if (item.level > draft.level)
    yield {
      path: `${path}/level`,
      words: { zh: '信息项的级别高于数据集', en: 'is higher than that of the dataset' },
    };
  if (item.sensitive && item.level === 1)
    yield {
      path: `${path}/level`,
      words: { zh: '敏感信息项至少为 2 级', en: 'must be 2 at least: the item is sensitive' },
    };
  if (item.sensitive && item.sharing === 'unconditional' && item.mask === null)
    yield {
      path: `${path}/mask`,
      words: {
        zh: '无条件共享的敏感信息项必须脱敏',
        en: 'is needed: the item is sensitive and shared unconditionally',
      },
    };
  if (!maskIsWhole(item))
    yield { path: `${path}/mask`, words: { zh: '脱敏方式的参数不符', en: 'has not the parameters of its kind' } };
  else if (!maskFits(item))
    yield { path: `${path}/mask`, words: { zh: '脱敏方式与信息项的类型不符', en: "does not fit the item's type" } };
  yield* checkValidity(item, `${path}/validity`);
}
