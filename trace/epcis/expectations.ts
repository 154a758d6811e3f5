import type { Words } from '../../proof/index.ts';

/** What the descriptions of schemas say, in Chinese; `{…}` is taken over from the English text. */
const chinese: readonly (readonly [en: string, zh: string])[] = [
  ['an event with a type', '带有 type 的事件'],
  ['a list of events', '事件列表'],
  ['a version, such as 2.0', '版本号，例如 2.0'],
  ['a number, a text or an object', '数字、文本或对象'],
  ['a list of vocabularies', '词表的列表'],
  ['the name of the query', '查询名称'],
  ['a list', '列表'],
  ['a list of identifiers', '编码列表'],
  ['a list of identifiers without repetition', '不重复的编码列表'],
  ['a list of at least one disposition without repetition', '至少一项、不重复的状态列表'],
  ['the URI of a certificate, or a list of them', '证书的 URI，或其列表'],
  ['an object of extension fields', '由扩展字段组成的对象'],
  ['a list of at least one business transaction', '至少一项的业务单据列表'],
  ['one of {list}, or the URI of an event type of your own', '{list} 之一，或自定事件类型的 URI'],
  ['a unit code as text', '文本形式的计量单位代码'],
  ['a text', '文本'],
  ['true or false', 'true 或 false'],
  ['hexadecimal digits', '十六进制数字'],
  ['a list of at least one sensor report', '至少一项的传感器读数列表'],
  ['a URI, such as an EPC URN or a GS1 Digital Link', 'URI，例如 EPC URN 或 GS1 数字链接'],
  [
    'a date-time with offset, such as 2025-06-01T08:30:00.000+08:00',
    '带时区的日期时间，例如 2025-06-01T08:30:00.000+08:00',
  ],
  ['an offset between -14:00 and +14:00, such as +08:00', '-14:00 至 +14:00 之间的时区，例如 +08:00'],
  ['a number', '数字'],
  ['a UN/CEFACT Recommendation 20 unit code, such as KGM', 'UN/CEFACT 第 20 号建议书的计量单位代码，例如 KGM'],
  [
    'one of the standard {noun} as a bare word ({list}, …) or a URI of your own vocabulary',
    '标准中的{noun}（直接写词：{list} 等），或自有词表的 URI',
  ],
  ['OBSERVE, ADD or DELETE', 'OBSERVE、ADD 或 DELETE'],
  [
    'a JSON-LD context: a URL, an object, or a list of both without repetition',
    'JSON-LD 上下文：网址、对象，或两者组成的不重复列表',
  ],
  ['an object', '对象'],
  ['a value that the standard allows', '标准允许的值'],
];

const nouns: Readonly<Record<string, string>> = {
  'business steps': '作业环节',
  dispositions: '状态',
  'business transaction types': '业务单据类型',
  'source and destination types': '来源与去向类型',
  'error reasons': '错误原因',
  components: '成分',
  'measurement types': '测量类型',
  'sensor alert types': '传感器报警类型',
};

const quote = (text: string) => text.replace(/[.*+?^$()[\]\\|]/g, '\\$&');
const patterns = chinese.map(([en, zh]) => {
  const source = quote(en).replace(/\{(\w+)\}/g, '(?<$1>.+?)');
  return { pattern: new RegExp(`^${source}$`), zh };
});

/** A description in both languages; one that is not known (a constant of the standard) is the same in both. */
export function expectationWords(en: string): Words {
  for (const { pattern, zh } of patterns) {
    const found = pattern.exec(en);
    if (!found) continue;
    return { en, zh: zh.replace(/\{(\w+)\}/g, (_, name: string) => fill(name, found.groups?.[name] ?? '')) };
  }
  return { en, zh: en };
}

const fill = (name: string, value: string) => (name === 'noun' ? (nouns[value] ?? value) : value);
