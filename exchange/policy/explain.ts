import type { Words } from '../house.ts';
import type { AtomicConstraint } from './model.ts';
import type { Operand } from './operands.ts';
import type { Truth } from './truth.ts';

const shownValues = 6;
const shownText = 200;

const operatorWords: Readonly<Record<string, Words>> = {
  eq: { zh: '须等于', en: 'must be' },
  neq: { zh: '不得等于', en: 'must not be' },
  lt: { zh: '须小于', en: 'must be less than' },
  lteq: { zh: '不得超过', en: 'must not be over' },
  gt: { zh: '须大于', en: 'must be over' },
  gteq: { zh: '不得低于', en: 'must not be under' },
  isAnyOf: { zh: '须为其中之一', en: 'must be among' },
  isAllOf: { zh: '须包括全部', en: 'must be all of' },
  isNoneOf: { zh: '不得为其中任何一项', en: 'must be none of' },
  isPartOf: { zh: '须属于', en: 'must be within' },
  hasPart: { zh: '须包含', en: 'must contain' },
};
const timeWords: Readonly<Record<string, Words>> = {
  lt: { zh: '须早于', en: 'must be before' },
  lteq: { zh: '不得晚于', en: 'must not be after' },
  gt: { zh: '须晚于', en: 'must be after' },
  gteq: { zh: '不得早于', en: 'must not be before' },
};
const verdicts: Readonly<Record<Truth, Words>> = {
  yes: { zh: '满足', en: 'which holds' },
  no: { zh: '不满足', en: 'which does not hold' },
  unknown: { zh: '无法判断，按不满足处理', en: 'which cannot be decided and counts as not satisfied' },
  later: { zh: '在使用时核验', en: 'which is checked when it is used' },
};

const cut = (text: string) => (text.length > shownText ? `${text.slice(0, shownText)}…` : text);

function showValues(values: readonly string[], separator: string): string {
  const shown = values.slice(0, shownValues).map(cut).join(separator);
  return values.length > shownValues ? `${shown}… (${values.length})` : shown;
}

/** A value in words where it is a code that has some. */
function nameOf(operand: Operand, value: string): Words {
  const { names = {} } = operand.kind === 'text' ? operand : {};
  const cutValue = cut(value);
  return (Object.hasOwn(names, value) ? names[value] : undefined) ?? { zh: cutValue, en: cutValue };
}

function showOperand(operand: Operand): Words {
  if (operand.value === null) return { zh: '未提供', en: 'not given' };
  switch (operand.kind) {
    case 'text':
      return nameOf(operand, operand.value);
    case 'region':
      return { zh: cut(operand.value), en: cut(operand.value) };
    case 'number':
      return { zh: String(operand.value), en: String(operand.value) };
    case 'time': {
      const time = operand.value.toISOString();
      return { zh: time, en: time };
    }
    case 'set':
      return { zh: showValues(operand.value, '、'), en: showValues(operand.value, ', ') };
    case 'elapsed': {
      if (!operand.since) return { zh: '尚未生效', en: 'not in force yet' };
      const seconds = Math.floor((operand.value.getTime() - operand.since.getTime()) / 1_000);
      return { zh: `${seconds} 秒`, en: `${seconds} s` };
    }
    case 'frequency': {
      const text = Object.entries(operand.value)
        .slice(0, shownValues)
        .map(([period, times]) => `${times}/${period}`)
        .join(', ');
      return { zh: text, en: text };
    }
  }
}

/** One comparison in words: what is wanted, what is, and what follows. */
export function explainAtomic(constraint: AtomicConstraint, operand: Operand | null, truth: Truth): Words {
  const { leftOperand, operator, rightOperand } = constraint;
  if (operand === null)
    return {
      zh: `条件“${cut(leftOperand)}”不认识，按不满足处理`,
      en: `the condition "${cut(leftOperand)}" is not known`,
    };
  const verb =
    (['time', 'elapsed'].includes(operand.kind) ? timeWords[operator] : undefined) ?? operatorWords[operator];
  const { title } = operand;
  if (verb === undefined)
    return {
      zh: `${title.zh}的比较方式“${cut(operator)}”不认识，按不满足处理`,
      en: `the comparison "${cut(operator)}" of ${title.en} is not known`,
    };
  const verdict = verdicts[truth];
  const has = showOperand(operand);
  if (operator === 'neq' && rightOperand === '')
    return {
      zh: `须提供${title.zh}，实为“${has.zh}”：${verdict.zh}`,
      en: `${title.en} must be given; it is ${has.en}, ${verdict.en}`,
    };
  const wanted = [rightOperand].flat().map((value) => nameOf(operand, value));
  const wantedIn = {
    zh: showValues(
      wanted.map(({ zh }) => zh),
      '、',
    ),
    en: showValues(
      wanted.map(({ en }) => en),
      ', ',
    ),
  };
  return {
    zh: `${title.zh}${verb.zh}“${wantedIn.zh}”，实为“${has.zh}”：${verdict.zh}`,
    en: `${title.en} ${verb.en} ${wantedIn.en}; it is ${has.en}, ${verdict.en}`,
  };
}

const ways = {
  and: { zh: '以下须全部满足', en: 'all of these' },
  andSequence: { zh: '以下须依次满足', en: 'all of these in order' },
  or: { zh: '以下至少满足一项', en: 'at least one of these' },
  xone: { zh: '以下须恰好满足一项', en: 'exactly one of these' },
} as const;
const shownParts = 8;

/** A combination in words. */
export function explainCombination(way: keyof typeof ways, parts: readonly Words[], truth: Truth): Words {
  const shown = parts.slice(0, shownParts);
  const more = parts.length > shownParts ? '…' : '';
  return {
    zh: `${ways[way].zh}（${shown.map(({ zh }) => zh).join('；')}${more}）：${verdicts[truth].zh}`.slice(0, 2_000),
    en: `${ways[way].en} (${shown.map(({ en }) => en).join('; ')}${more}), ${verdicts[truth].en}`.slice(0, 2_000),
  };
}
