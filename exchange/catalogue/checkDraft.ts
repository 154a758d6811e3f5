import { Compile } from 'typebox/compile';
import type { Words } from '../house.ts';
import { checkItem } from './checkItem.ts';
import type { DatasetDraft } from './dataset.ts';
import { completeDraft, draftSchema } from './draftSchema.ts';
import { catalogueErrors } from './errors.ts';
import { type DraftProblem, explainShape } from './explainShape.ts';

const shape = Compile(draftSchema);
const mostProblems = 50;

const isBlank = (words: Words | null) => words === null || (words.zh.trim() === '' && words.en.trim() === '');

/** What contradicts itself in a draft of the right shape. */
function* findContradictions(draft: DatasetDraft): Generator<DraftProblem> {
  const { sharing, methods, items, terms } = draft;
  for (const field of ['title', 'description', 'department'] as const) {
    if (isBlank(draft[field]))
      yield { path: `/${field}`, words: { zh: '中英文至少填写一种', en: 'is empty in both languages' } };
  }
  if (sharing === 'none') {
    if (draft.legalGround === null)
      yield {
        path: '/legalGround',
        words: {
          zh: '不予共享必须写明法律、行政法规或者国务院决定的依据',
          en: 'is needed: data are withheld only where the law says so',
        },
      };
    if (methods.length > 0)
      yield {
        path: '/methods',
        words: { zh: '不予共享的数据没有共享方式', en: 'must be empty: the data are not shared' },
      };
  } else {
    if (methods.length === 0)
      yield { path: '/methods', words: { zh: '请选择至少一种共享方式', en: 'must name at least one way' } };
    if (items.length > 0 && items.every((item) => item.sharing === 'none'))
      yield {
        path: '/items',
        words: {
          zh: '没有一个信息项可以共享；请改为不予共享',
          en: 'none is shared; then the dataset is not shared either',
        },
      };
    const rowMethod = methods.find((method) => ['stream', 'answer', 'match'].includes(method));
    if (items.length === 0 && rowMethod !== undefined)
      yield {
        path: '/items',
        words: { zh: `共享方式“${rowMethod}”需要信息项`, en: `must not be empty for the method ${rowMethod}` },
      };
    if (methods.includes('match') && !items.some(({ key, sharing: how }) => key && how !== 'none'))
      yield {
        path: '/methods',
        words: { zh: '隐私比对需要一个可以共享的主键项', en: 'match needs a key item that is shared' },
      };
  }
  if (sharing !== 'unconditional' && isBlank(draft.conditions))
    yield {
      path: '/conditions',
      words: { zh: '除无条件共享外，必须写明共享条件', en: 'are needed unless the data are shared unconditionally' },
    };
  if (sharing === 'unconditional' && draft.level === 4)
    yield {
      path: '/sharing',
      words: { zh: '4 级数据不能无条件共享', en: 'data of level 4 are never shared unconditionally' },
    };
  if (sharing === 'unconditional' && (terms.purposes ?? terms.recipients ?? terms.regions) !== null)
    yield {
      path: '/terms',
      words: { zh: '无条件共享不得附加条件', en: 'must not restrict what is shared unconditionally' },
    };
  const changing = items.find(({ name }) => name === draft.changeItem);
  if (draft.changeItem !== null && !changing)
    yield { path: '/changeItem', words: { zh: '没有这个信息项', en: 'is none of the items' } };
  if (changing && !['date', 'time'].includes(changing.type))
    yield {
      path: '/changeItem',
      words: { zh: '应为日期或时间类型的信息项', en: 'must be an item with dates or times' },
    };
  const names = new Set<string>();
  for (const [index, item] of items.entries()) {
    if (names.has(item.name))
      yield { path: `/items/${index}/name`, words: { zh: '与前面的信息项重名', en: 'is the name of an item before' } };
    names.add(item.name);
    yield* checkItem(item, draft, `/items/${index}`);
  }
}

/**
 * Reads what a steward wrote of a dataset; defaults fill what may be left out.
 *
 * @throws CATALOGUE_DRAFT_INVALID with `details.problems`, each with the JSON pointer of its place and words in both languages
 */
export function checkDraft(value: unknown): DatasetDraft {
  if (!shape.Check(value)) throw refuse(explainShape(shape.Errors(value)));
  const draft = completeDraft(value);
  const problems = [...findContradictions(draft)];
  if (problems.length > 0) throw refuse(problems);
  return draft;
}

function refuse(problems: readonly DraftProblem[]) {
  const [first] = problems;
  const more = problems.length > 1 ? `, and ${problems.length - 1} more` : '';
  const problem = `${first?.path || '/'} ${first?.words.en ?? 'is wrong'}${more}`;
  return catalogueErrors.draftInvalid({ problem }, { details: { problems: problems.slice(0, mostProblems) } });
}
