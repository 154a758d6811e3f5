import type { Words } from '../../proof/index.ts';

/** One broken rule of a document. */
export interface Issue {
  /** RFC 6901 pointer to the value, or to where it is missing. */
  pointer: string;
  /** What was found. */
  problem: string;
  /** What would be right. */
  expected: string;
  /** Both in Chinese. */
  zh: { problem: string; expected: string };
}

/** What an issue says in one language: what was found, and what would be right. */
export type IssueWords = readonly [problem: string, expected: string];

/** An issue in both languages. */
export function issueAt(pointer: string, en: IssueWords, zh: IssueWords): Issue {
  return { pointer, problem: en[0], expected: en[1], zh: { problem: zh[0], expected: zh[1] } };
}

/** The first of a list of issues, as parameters of an error: its place, and its problem in both languages. */
export function firstOf(issues: readonly Issue[]): { pointer: string; problem: Words } {
  const [first] = issues;
  if (!first) return { pointer: '/', problem: { en: 'is invalid', zh: '无效' } };
  return { pointer: first.pointer || '/', problem: { en: first.problem, zh: first.zh.problem } };
}

/** More issues than this are not reported. */
export const maxIssues = 100;

/** A key as a reference token of a JSON pointer, RFC 6901 section 3. */
export function pointerToken(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** A value as it appears in a message: short, on one line. */
export function show(value: unknown): Words {
  if (Array.isArray(value)) return { en: `a list of ${value.length}`, zh: `有 ${value.length} 项的列表` };
  if (typeof value === 'object' && value !== null) return { en: 'an object', zh: '对象' };
  const text = JSON.stringify(value) ?? String(value);
  const short = text.length > 80 ? `${text.slice(0, 77)}…` : text;
  return { en: short, zh: ` ${short}` };
}
