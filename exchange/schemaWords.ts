/** What a JSON Schema checker of TypeBox says, behind the path that it says it of and alone, in Chinese. */
const messages = {
  'must be object': '须为对象',
  'must be string': '须为文本',
  'must be number': '须为数字',
  'must be integer': '须为整数',
  'must be boolean': '须为布尔值',
  'must be array': '须为列表',
  'must be null': '须为空值',
  'must be either *': '类型须为 *',
  'must be equal to constant': '不是规定的值',
  'must be equal to one of the allowed values': '不是允许的取值之一',
  'must be multiple of *': '须为 * 的倍数',
  'must be *': '须 *',
  'must have required properties *': '缺少字段 *',
  'must not have additional properties': '含有未知字段',
  'must not have unevaluated properties': '含有未知字段',
  'must match a schema in anyOf': '不符合任何一种允许的形式',
  'must match exactly one schema in oneOf': '须恰好符合一种允许的形式',
  'must match format *': '不符合格式 *',
  'must match pattern *': '不符合格式 *',
  'must not be valid': '不得为此形式',
  'must not have fewer than * characters': '不得少于 * 个字符',
  'must not have more than * characters': '不得多于 * 个字符',
  'must not have fewer than * items': '不得少于 * 项',
  'must not have more than * items': '不得多于 * 项',
  'must not have fewer than * properties': '不得少于 * 个字段',
  'must not have more than * properties': '不得多于 * 个字段',
  'must not have duplicate items': '含有重复的项',
  'schema is false': '不是此处的可用字段',
} as const;

/** For parameters of errors that are such messages; see `ParameterWords`. */
export const schemaWords: Readonly<Record<string, string>> = {
  ...messages,
  ...Object.fromEntries(Object.entries(messages).map(([english, chinese]) => [`/* ${english}`, `/* 处${chinese}`])),
};
