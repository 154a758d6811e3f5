import type { Principal } from '../principal.ts';
import { type Action, entryOf } from './actions.ts';
import type { Policy } from './readPolicies.ts';

/** Why something is allowed or refused, in words of both languages. */
export interface Reason {
  code: 'permitted' | 'sign-in-needed' | 'forbidden' | 'right-missing';
  zh: string;
  en: string;
}

const joinZh = (texts: string[]) => [...new Set(texts)].join('；');
const joinEn = (texts: string[]) => [...new Set(texts)].join('; ');

/** Nobody is signed in. */
export const visitorReason: Reason = {
  code: 'sign-in-needed',
  zh: '尚未登录，也没有有效的 API 密钥',
  en: 'nobody is signed in and there is no valid API key',
};

/** Why it is allowed: who may, by the policies that decided. */
export function explainPermit(permits: readonly Policy[]): Reason {
  const zh = joinZh(permits.map((policy) => policy.zh));
  const en = joinEn(permits.map((policy) => policy.en));
  return { code: 'permitted', zh: `允许：${zh}`, en: `allowed to ${en}` };
}

/** Why it is refused: the policies that forbid it. */
export function explainForbid(forbids: readonly Policy[]): Reason {
  return {
    code: 'forbidden',
    zh: joinZh(forbids.map((policy) => policy.zh)),
    en: joinEn(forbids.map((policy) => policy.en)),
  };
}

/** Why it is refused: who may do it instead, by the policies that would have permitted it. */
export function explainMissing(action: Action, kind: Principal['kind'], permits: readonly Policy[]): Reason {
  const { zh, en } = entryOf(action);
  if (permits.length === 0) {
    return kind === 'key'
      ? { code: 'right-missing', zh: `API 密钥不能${zh}，须由人员登录后进行`, en: `only signed-in people may ${en}` }
      : { code: 'right-missing', zh: `没有规则允许人员${zh}`, en: `no rule lets a person ${en}` };
  }
  const whoZh = [...new Set(permits.map((policy) => policy.zh))].join('，或');
  const whoEn = [...new Set(permits.map((policy) => policy.en))].join(', or ');
  return { code: 'right-missing', zh: `只有${whoZh}可以${zh}`, en: `only ${whoEn} may ${en}` };
}
