const zonedTime = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isoDuration = /^P(?=.)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}W)?(\d{1,5}D)?(T(?=.)(\d{1,6}H)?(\d{1,7}M)?(\d{1,9}S)?)?$/;

/** Whole seconds since 1970 of an ISO 8601 time with a zone; null for anything else, a day that does not exist included. */
export function parseInstant(text: string): number | null {
  const match = zonedTime.exec(text);
  if (!match) return null;
  const [, day = '', minutes = '', seconds = ':00'] = match;
  const written = new Date(`${day}T${minutes}${seconds}Z`);
  if (Number.isNaN(written.getTime()) || !written.toISOString().startsWith(day)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.floor(at / 1_000);
}

/** A time plus an ISO 8601 duration, months and years by the calendar in UTC; whole seconds since 1970, null for no duration. */
export function addDuration(since: Date, duration: string): number | null {
  const match = isoDuration.exec(duration);
  if (!match) return null;
  const count = (index: number) => Number.parseInt(match[index] ?? '0', 10);
  const end = new Date(since);
  const months = count(1) * 12 + count(2);
  const day = end.getUTCDate();
  end.setUTCDate(1);
  end.setUTCMonth(end.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
  // A month after 31 January is the last of February.
  end.setUTCDate(Math.min(day, lastDay) + count(3) * 7 + count(4));
  const seconds = end.getTime() / 1_000 + count(6) * 3_600 + count(7) * 60 + count(8);
  return Number.isFinite(seconds) ? Math.floor(seconds) : null;
}

/** A limit per period, such as `100/P1D`; null for anything else. */
export function parseFrequency(text: string): { times: number; period: string } | null {
  const match = /^(\d{1,10})\/(P[\dTYMWDHS]{2,20})$/.exec(text);
  const period = match?.[2] ?? '';
  return match && isoDuration.test(period) ? { times: Number(match[1]), period } : null;
}
