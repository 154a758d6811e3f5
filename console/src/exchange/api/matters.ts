import type { Way } from './applications.ts';
import { send, type Words } from './common.ts';

/** A matter that the department handles: the purpose of its applications. */
export interface Matter {
  code: string;
  name: Words;
  legalBasis: string;
  needs: { provider: string; dataset: string; items: string[] }[];
  updatedAt: string;
}

export interface StandingRuleText {
  matter: string;
  consumer: string;
  dataset: string;
  items: string[];
  ways: Way[];
  perDay: number;
  longestDays: number;
  until: string | null;
}

/** A matter of another department that gets items without anybody deciding. */
export interface StandingRule extends StandingRuleText {
  id: string;
  enabled: boolean;
  madeBy: string;
  madeAt: string;
}

/** Enters or changes a matter. */
export const saveMatter = ({ code, ...text }: Pick<Matter, 'code' | 'name' | 'legalBasis' | 'needs'>) =>
  send<Matter>('PUT', `/matters/${encodeURIComponent(code)}`, text);
/** Removes a matter that nothing open is for. */
export const removeMatter = (code: string) => send('DELETE', `/matters/${encodeURIComponent(code)}`);
/** Makes a standing rule. */
export const makeRule = (rule: StandingRuleText) => send<StandingRule>('POST', '/rules', rule);
/** Ends a standing rule. */
export const endRule = (id: string) => send('DELETE', `/rules/${encodeURIComponent(id)}`);
