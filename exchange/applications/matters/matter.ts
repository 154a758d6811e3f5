import type { Words } from '../../house.ts';
import type { ApplicationForm } from '../model.ts';

/** A matter (事项) that a department handles, as its people write it. */
export interface MatterText {
  code: string;
  name: Words;
  legalBasis: string;
  /** The data that handling it needs. */
  needs: { provider: string; dataset: string; items: string[] }[];
}
export interface Matter extends MatterText {
  participant: string;
  updatedAt: string;
}

/** A provider's standing word: this matter may get these items of this dataset without anybody deciding. */
export interface StandingRuleText {
  matter: string;
  /** Slug of the department that may use it; a rule is never for everybody. */
  consumer: string;
  dataset: string;
  items: string[];
  ways: ApplicationForm['ways'];
  /** Most uses a day of all agreements under the rule together. */
  perDay: number;
  /** Longest period of one agreement, in days. */
  longestDays: number;
  /** First moment at which the rule is over, ISO 8601; null for no end. */
  until: string | null;
}
export interface StandingRule extends StandingRuleText {
  id: string;
  participant: string;
  enabled: boolean;
  madeBy: string;
  madeAt: string;
}
