import { Value } from 'ox';
import type { Parameters, ProposalType } from '../../api/proposals.ts';
import type { Hex, MemberKind } from '../../api/types.ts';

/** The fields of the form, by the type of the proposal. */
export interface ParameterValues {
  member?: string;
  key?: string;
  rule?: string;
  kind?: MemberKind;
  /** As people say it: hours for times, percent for shares. */
  value?: number;
  unit?: 'minutes' | 'hours' | 'days';
  witnesses?: string;
  threshold?: number;
  id?: string;
  uri?: string;
  digest?: string;
  to?: string;
  /** In CFX. */
  amount?: string;
}

const secondsOf = { minutes: 60, hours: 3_600, days: 86_400 };

/** Addresses in a text, whatever stands between them. */
export function splitAddresses(text: string): Hex[] {
  return text.split(/[\s,;，；、]+/u).filter((part) => part !== '') as Hex[];
}

/** Makes the parameters of a proposal from what was filled in. */
export function readParameters(type: ProposalType, values: ParameterValues): Parameters {
  const member = values.member ?? '';
  switch (type) {
    case 'admit':
    case 'suspend':
    case 'reinstate':
    case 'expel':
      return { member };
    case 'replaceKey':
      return { member, key: (values.key ?? '').trim() as Hex };
    case 'changeRule': {
      const rule = values.rule ?? '';
      const value = values.value ?? 0;
      if (rule === 'kindWeight') return { rule, value, ...(values.kind ? { kind: values.kind } : {}) };
      const isTime = rule === 'votingDelaySeconds' || rule === 'votingPeriodSeconds';
      return { rule, value: isTime ? Math.round(value * secondsOf[values.unit ?? 'hours']) : value };
    }
    case 'setWitnesses':
      return { witnesses: splitAddresses(values.witnesses ?? ''), threshold: values.threshold ?? 0 };
    case 'publishScenario':
      return { id: values.id ?? '', uri: values.uri ?? '', digest: (values.digest ?? '').toLowerCase() };
    case 'spend':
      return { to: (values.to ?? '').trim() as Hex, amountWei: Value.fromEther(values.amount ?? '0').toString() };
    case 'free':
      return {};
  }
}
