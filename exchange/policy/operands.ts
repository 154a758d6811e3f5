import type { Words } from '../house.ts';
import type { Policy, PolicyRequest } from './model.ts';

/** The left side of a comparison, by how it is compared. A null is a value that is not known. */
export type Operand = { title: Words } & (
  | { kind: 'text'; value: string | null; names?: Readonly<Record<string, Words>> }
  | { kind: 'set'; value: readonly string[] | null }
  | { kind: 'region'; value: string | null }
  | { kind: 'time'; value: Date }
  | { kind: 'number'; value: number }
  | { kind: 'elapsed'; value: Date; since: Date | null }
  | { kind: 'frequency'; value: Readonly<Record<string, number>> | null }
);

/** Which operands may still be open at a stage before the first request, or between two of them. */
const openOperands: Readonly<Record<PolicyRequest['stage'], readonly string[]>> = {
  negotiation: ['xy:caseNumber', 'xy:items', 'xy:rows', 'xy:frequency', 'spatial', 'elapsedTime'],
  start: ['xy:caseNumber', 'xy:items', 'xy:rows', 'xy:frequency', 'spatial'],
  // Counted atomically with the use itself, see `frequencyLimits`.
  request: ['xy:frequency'],
  running: ['xy:caseNumber', 'xy:items', 'xy:rows', 'xy:frequency', 'spatial'],
};

/** Whether a value that is not known now is asked for at a later stage. */
export const comesLater = (name: string, { stage }: PolicyRequest): boolean => openOperands[stage].includes(name);

const titles = {
  purpose: { zh: '用途', en: 'the purpose' },
  dateTime: { zh: '时间', en: 'the time' },
  count: { zh: '使用次数', en: 'the number of uses' },
  elapsedTime: { zh: '协议生效后经过的时间', en: 'the time since the agreement' },
  recipient: { zh: '接收方', en: 'the recipient' },
  spatial: { zh: '地区', en: 'the region' },
  'xy:items': { zh: '信息项', en: 'the items' },
  'xy:rows': { zh: '行条件', en: 'the conditions on rows' },
  'xy:caseNumber': { zh: '办件编号', en: 'the case number' },
  'xy:frequency': { zh: '使用频次', en: 'the frequency of use' },
  'xy:way': { zh: '使用方式', en: 'the way of using' },
} as const satisfies Record<string, Words>;

const wayNames: Readonly<Record<string, Words>> = {
  rows: { zh: '数据行与文件', en: 'rows' },
  answer: { zh: '问答核验', en: 'answers' },
  match: { zh: '隐私比对', en: 'matches' },
};

/** What a left operand is in a request; null for one that is not known here. */
export function readOperand(name: string, request: PolicyRequest, policy: Policy): Operand | null {
  switch (name) {
    case 'purpose':
      return { kind: 'text', value: request.purpose, title: titles.purpose };
    case 'dateTime':
      return { kind: 'time', value: request.at, title: titles.dateTime };
    case 'count':
      return { kind: 'number', value: request.count, title: titles.count };
    case 'elapsedTime':
      return { kind: 'elapsed', value: request.at, since: sinceOf(request, policy), title: titles.elapsedTime };
    case 'recipient':
      return { kind: 'text', value: request.recipient, title: titles.recipient };
    case 'spatial':
      return { kind: 'region', value: request.place, title: titles.spatial };
    case 'xy:items':
      return { kind: 'set', value: request.items, title: titles['xy:items'] };
    case 'xy:rows':
      return { kind: 'set', value: request.rows ?? null, title: titles['xy:rows'] };
    case 'xy:caseNumber': {
      const given = request.caseNumber?.trim() ?? '';
      return { kind: 'text', value: given === '' ? null : given, title: titles['xy:caseNumber'] };
    }
    case 'xy:frequency':
      return { kind: 'frequency', value: request.uses ?? null, title: titles['xy:frequency'] };
    case 'xy:way':
      return { kind: 'text', value: wayOf(request.action), title: titles['xy:way'], names: wayNames };
    default:
      return null;
  }
}

/** Rows and files unless it is what gives none: known at every stage, because each action is asked for by itself. */
const wayOf = (action: string): 'rows' | 'answer' | 'match' =>
  action === 'xy:answer' ? 'answer' : action === 'xy:match' ? 'match' : 'rows';

function sinceOf({ since }: PolicyRequest, { timestamp }: Policy): Date | null {
  if (since) return since;
  if (timestamp === undefined) return null;
  // DSP lets the zone of a timestamp out; the zone of this machine must not decide.
  const zoned = /(Z|[+-]\d\d:\d\d)$/.test(timestamp) ? timestamp : `${timestamp}Z`;
  const at = new Date(zoned);
  return Number.isNaN(at.getTime()) ? null : at;
}
