import type { LinkProblem, Words } from '../proof/index.ts';

/** What a problem of a Digital Link says in both languages. */
export const linkWords = ({ problem, zh }: LinkProblem): Words => ({ en: problem, zh: zh.problem });
