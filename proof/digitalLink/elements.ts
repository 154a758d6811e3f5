import type { Words } from '../words.ts';

/** Application identifiers with their decoded values. */
export type Elements = readonly (readonly [ai: string, value: string])[];

/** What both languages say of a problem, as its fields. */
export const clause = ({ en, zh }: Words) => ({ problem: en, zh: { problem: zh } });

/** The words of a problem. */
export const linkWords = ({ problem, zh }: Pick<LinkProblem, 'problem' | 'zh'>): Words => ({
  en: problem,
  zh: zh.problem,
});

/** Words of a problem with a value. */
export const wrongValue = (name: string, { en, zh }: Words): Words => ({
  en: `${name} has a wrong value: ${en}`,
  zh: `${name} 的值有误：${zh}`,
});

/** Words for a name that GS1 gives no meaning. */
export const noIdentifier = (name: string): Words => ({
  en: `${name} is no application identifier`,
  zh: `${name} 不是应用标识符`,
});

/** Words for elements that name nothing. */
export const noKey: Words = { en: 'it holds no GS1 key', zh: '其中没有 GS1 主键' };

/** Something that is wrong with a link or with elements. */
export interface LinkProblem {
  code: 'uri' | 'key' | 'qualifier' | 'attribute' | 'encoding' | 'value' | 'repeated' | 'missing' | 'excluded';
  /** The application identifier that it is about, where there is one. */
  ai: string | null;
  /** One clause without a full stop. */
  problem: string;
  /** The clause in Chinese. */
  zh: { problem: string };
}
