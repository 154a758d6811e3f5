import { pointerToken } from './issue.ts';
import type { Fields, Report, RuleSetting } from './rules.ts';

type Clock = Pick<RuleSetting, 'now' | 'clockToleranceMs'>;

/** What an event reports has happened: neither it nor what is declared about it lies in the future. */
export function checkClocks(event: Fields, clock: Clock, report: Report): void {
  checkMoments(event, '', report);
  checkPast(event.eventTime, '/eventTime', clock, report);
  const declaration = event.errorDeclaration;
  if (typeof declaration !== 'object' || declaration === null) return;
  checkMoments(declaration as Fields, '/errorDeclaration', report);
  checkPast((declaration as Fields).declarationTime, '/errorDeclaration/declarationTime', clock, report);
}

function checkPast(value: unknown, path: string, { now, clockToleranceMs }: Clock, report: Report): void {
  if (typeof value !== 'string' || !(Date.parse(value) > now + clockToleranceMs)) return;
  const latest = new Date(now).toISOString();
  const shown = value.slice(0, 40);
  report(
    path,
    [`is in the future (${shown})`, `a time not after ${latest}, when this was received`],
    [`在未来（${shown}）`, `不晚于收到时间 ${latest}`],
  );
}

const timeFields = ['eventTime', 'recordTime', 'declarationTime', 'time', 'startTime', 'endTime'];

/** The format admits moments that no calendar has a number for, such as a leap second: those cannot be ordered. */
export function checkMoments(object: Fields, path: string, report: Report): void {
  for (const key of timeFields) {
    const value = object[key];
    if (typeof value === 'string' && value.length > 18 && Number.isNaN(Date.parse(value))) {
      report(
        `${path}/${pointerToken(key)}`,
        ['is a moment that cannot be ordered', 'a time between :00 and :59.999 seconds'],
        ['是无法排序的时刻', '秒数在 :00 至 :59.999 之间的时间'],
      );
    }
  }
}
