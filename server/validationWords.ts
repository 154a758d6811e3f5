/** What AJV says of one wrong place, as far as words are made of it. */
export interface ValidationFault {
  keyword: string;
  params: Record<string, unknown>;
}

const typeNames: Readonly<Record<string, string>> = {
  string: '文本',
  number: '数字',
  integer: '整数',
  boolean: '布尔值',
  array: '列表',
  object: '对象',
  null: '空值',
};
const comparisons: Readonly<Record<string, string>> = {
  '<=': '不得大于',
  '>=': '不得小于',
  '<': '必须小于',
  '>': '必须大于',
};

const namesOf = (values: unknown) => (Array.isArray(values) ? values : [values]).map(String).join('、');
const typesOf = (value: unknown) =>
  (Array.isArray(value) ? value : String(value).split(',')).map((type) => typeNames[String(type)] ?? type).join('或');
const compared = ({ comparison, limit }: ValidationFault['params']) => `${comparisons[String(comparison)]} ${limit}`;

/** Keywords of JSON Schema and how a value that breaks one reads behind the name of its field. */
const words: Readonly<Record<string, (params: ValidationFault['params']) => string>> = {
  required: () => '为必填项',
  additionalProperties: () => '不是此处的可用字段',
  unevaluatedProperties: () => '不是此处的可用字段',
  type: ({ type }) => `必须是${typesOf(type)}`,
  minLength: ({ limit }) => `不得少于 ${limit} 个字符`,
  maxLength: ({ limit }) => `不得多于 ${limit} 个字符`,
  pattern: ({ pattern }) => `不符合格式 ${pattern}`,
  format: ({ format }) => `不符合 ${format} 格式`,
  enum: ({ allowedValues }) => `只能取下列值之一：${namesOf(allowedValues)}`,
  const: ({ allowedValue }) => `只能是 ${JSON.stringify(allowedValue)}`,
  minimum: compared,
  maximum: compared,
  exclusiveMinimum: compared,
  exclusiveMaximum: compared,
  multipleOf: ({ multipleOf }) => `必须是 ${multipleOf} 的倍数`,
  minItems: ({ limit }) => `不得少于 ${limit} 项`,
  maxItems: ({ limit }) => `不得多于 ${limit} 项`,
  uniqueItems: () => '含有重复的项',
  contains: () => '缺少必须包含的项',
  minProperties: ({ limit }) => `不得少于 ${limit} 个字段`,
  maxProperties: ({ limit }) => `不得多于 ${limit} 个字段`,
  propertyNames: ({ propertyName }) => `含有不符合要求的字段名 ${propertyName}`,
  anyOf: () => '不属于任何一种允许的形式',
  oneOf: () => '必须恰好属于一种允许的形式',
};

/** What is wrong with a value, in Chinese, to be read behind the name of its field; AJV itself says it in English only. */
export function explainInChinese({ keyword, params }: ValidationFault): string {
  return (Object.hasOwn(words, keyword) ? words[keyword]?.(params) : undefined) ?? '不符合要求';
}
