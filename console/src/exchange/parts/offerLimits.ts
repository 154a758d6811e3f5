/** What an offer demands of whoever uses the data. */
export interface OfferLimits {
  purposes: string[];
  recipients: string[];
  regions: string[];
  longestDays: number | null;
  mostRequests: number | null;
  caseNumber: boolean;
  deletion: boolean;
}

interface Constraint {
  leftOperand?: unknown;
  operator?: unknown;
  rightOperand?: unknown;
}
const listOf = (value: unknown): unknown[] => (value === undefined || value === null ? [] : [value].flat());
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the limits out of an ODRL offer, as far as its constraints stand alone. */
export function readLimits(offer: Record<string, unknown> | undefined): OfferLimits {
  const permissions = listOf(offer?.permission).filter(isRecord);
  const constraints = listOf(permissions[0]?.constraint).filter(isRecord) as Constraint[];
  const find = (left: string, operator: string) =>
    constraints.find((one) => one.leftOperand === left && one.operator === operator)?.rightOperand;
  const texts = (value: unknown) => listOf(value).map(String);
  const days = /^P(\d+)D$/.exec(String(find('elapsedTime', 'lteq') ?? ''))?.[1];
  const most = Number(find('count', 'lteq'));
  return {
    purposes: texts(find('purpose', 'isAnyOf')),
    recipients: texts(find('recipient', 'isAnyOf')),
    regions: texts(find('spatial', 'isPartOf')),
    longestDays: days === undefined ? null : Number(days),
    mostRequests: most > 0 ? most : null,
    caseNumber: constraints.some(({ leftOperand }) => leftOperand === 'xy:caseNumber'),
    deletion: listOf(offer?.obligation).some((duty) => isRecord(duty) && duty.action === 'delete'),
  };
}
