import type { Words } from '../house.ts';

/** A place of a draft that is wrong, as a JSON pointer, and why. */
export interface DraftProblem {
  path: string;
  words: Words;
}

interface ShapeError {
  keyword: string;
  instancePath: string;
  params: object;
  message: string;
}

const typeNames: Record<string, Words> = {
  string: { zh: '文本', en: 'text' },
  integer: { zh: '整数', en: 'a whole number' },
  number: { zh: '数字', en: 'a number' },
  boolean: { zh: '是或否', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  null: { zh: '空', en: 'null' },
};

const pointer = (path: string, name: string) => `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function facts(params: object): { names: string[]; limit: string; allowed: string; type: string } {
  const { requiredProperties, additionalProperties, limit, allowedValues, type } = params as Record<string, unknown>;
  const names = [requiredProperties, additionalProperties].find(Array.isArray) ?? [];
  return {
    names: names.map(String),
    limit: String(limit),
    allowed: Array.isArray(allowedValues) ? allowedValues.join(', ') : '',
    type: String(Array.isArray(type) ? type[0] : type),
  };
}

function explainOne({ keyword, params, message }: ShapeError): Words {
  const { limit, allowed, type } = facts(params);
  switch (keyword) {
    case 'type': {
      const name = typeNames[type] ?? { zh: type, en: type };
      return { zh: `应为${name.zh}`, en: `must be ${name.en}` };
    }
    case 'enum':
      return { zh: `只能是：${allowed}`, en: `must be one of: ${allowed}` };
    case 'minLength':
    case 'pattern':
      return { zh: '为空或格式不符', en: 'is empty or has not the form that is needed' };
    case 'maxLength':
      return { zh: `不得超过 ${limit} 个字符`, en: `must have at most ${limit} characters` };
    case 'minItems':
      return { zh: `至少要有 ${limit} 项`, en: `must have at least ${limit} entries` };
    case 'maxItems':
      return { zh: `最多 ${limit} 项`, en: `must have at most ${limit} entries` };
    case 'uniqueItems':
      return { zh: '有重复的项', en: 'has an entry twice' };
    case 'minimum':
    case 'exclusiveMinimum':
      return { zh: `过小（下限 ${limit}）`, en: `is too small (limit ${limit})` };
    case 'maximum':
      return { zh: `不得大于 ${limit}`, en: `must be at most ${limit}` };
    default:
      return { zh: '内容不符合要求', en: message };
  }
}

/** Says where a value has not the shape of its schema, one problem a place, the innermost places first. */
export function explainShape(errors: Iterable<ShapeError>): DraftProblem[] {
  const problems = new Map<string, Words>();
  const unions: ShapeError[] = [];
  for (const error of errors) {
    const { keyword, instancePath, params } = error;
    if (keyword === 'anyOf' || keyword === 'const') unions.push(error);
    else if (keyword === 'required')
      for (const name of facts(params).names)
        problems.set(pointer(instancePath, name), { zh: '缺少此项', en: 'is missing' });
    else if (keyword === 'additionalProperties')
      for (const name of facts(params).names)
        problems.set(pointer(instancePath, name), { zh: '没有这个字段', en: 'is no field of this' });
    // What may be null is told by what else it may be.
    else if (keyword !== 'type' || facts(params).type !== 'null')
      if (!problems.has(instancePath)) problems.set(instancePath, explainOne(error));
  }
  for (const error of unions) {
    const inside = [...problems.keys()].some(
      (path) => path === error.instancePath || path.startsWith(`${error.instancePath}/`),
    );
    if (!inside) problems.set(error.instancePath, explainOne(error));
  }
  return [...problems].map(([path, words]) => ({ path, words }));
}
