import { cooperationErrors } from './errors.ts';

/** A text as its author wrote it, in one or both languages; the other is empty. */
export interface LocalText {
  zh: string;
  en: string;
}

/** What a person fills in, as refusals name it. */
const fields = {
  title: '标题',
  text: '正文',
  name: '名称',
  summary: '简介',
  outcome: '合作成果',
  'reasons of the decision': '评定说明',
  'title of the goal': '目标名称',
  website: '网站',
  link: '网址',
  'address of the evidence': '证据的网址',
  day: '日期',
  'first day': '起始日期',
  'day of the meeting': '会议日期',
} as const;
type Field = keyof typeof fields;

/** Trims a text in both languages. @throws COOPERATION_TEXT_MISSING when both are empty */
export function readText(field: Field, { zh, en }: LocalText): LocalText {
  const text = { zh: zh.trim(), en: en.trim() };
  if (text.zh === '' && text.en === '')
    throw cooperationErrors.textMissing({ field }, { zh: { field: fields[field] } });
  return text;
}

/** An address that a page may link to, as it is written in full. @throws COOPERATION_URL_INVALID */
export function readUrl(field: Field, text: string): string {
  const url = URL.parse(text.trim());
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw cooperationErrors.urlInvalid({ field }, { zh: { field: fields[field] } });
  }
  return url.href;
}

/** A day as `YYYY-MM-DD`; `past` refuses one that has not begun anywhere on Earth. @throws COOPERATION_DAY_INVALID */
export function readDay(field: Field, value: string, { past }: { past: boolean }): string {
  const at = Date.parse(`${value}T00:00:00Z`);
  const isDay = /^(19|20|21)\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(at);
  const isReal = isDay && new Date(at).toISOString().startsWith(value);
  const earliestZoneMs = 14 * 3_600_000;
  if (!isReal || (past && at > Date.now() + earliestZoneMs)) {
    throw cooperationErrors.dayInvalid({ field, value }, { zh: { field: fields[field] } });
  }
  return value;
}
