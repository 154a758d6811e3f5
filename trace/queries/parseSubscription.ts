import { checkOutgoingUrl } from '../../host/index.ts';
import { inBoth, type Words } from '../../proof/index.ts';
import { queryErrors } from './errors.ts';
import { parseSchedule, refuseControls, type Schedule } from './schedule.ts';

/** When a subscription reports: at once, or by a schedule. */
export interface Controls {
  /** Null for a stream. */
  schedule: Schedule | null;
  reportIfEmpty: boolean;
  /** ISO 8601 in UTC; null is the time of the subscription. */
  initialRecordTime: string | null;
}

/** What a client asks for with a webhook subscription. */
export interface SubscriptionDraft extends Controls {
  dest: string;
  signatureToken: string | null;
}

const known = ['dest', 'signatureToken', 'secret', 'reportIfEmpty', 'initialRecordTime', 'schedule', 'stream'];
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

const invalid = (field: string | Words, en: string, zh: string) =>
  queryErrors.subscriptionInvalid(...inBoth({ field, problem: { en, zh } }));

/**
 * Reads the body of a webhook subscription (EPCIS 2.0 section 12.8.3). `secret`, as the standard's own schema calls it once,
 * is the same as `signatureToken`.
 * @throws TRACE_SUBSCRIPTION_INVALID, TRACE_SUBSCRIPTION_CONTROLS, HOST_URL_INVALID, HOST_ADDRESS_PRIVATE
 */
export function parseSubscription(body: unknown, { allowPrivate }: { allowPrivate: boolean }): SubscriptionDraft {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid({ en: 'the body', zh: '请求内容' }, 'is no JSON object', '不是 JSON 对象');
  const given = body as Record<string, unknown>;
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(unknown.slice(0, 60), 'is not known here', '不是已知字段');
  const { dest, schedule, stream } = given;
  if (typeof dest !== 'string' || dest.length > 2_000)
    throw invalid('dest', 'is not a URL of at most 2,000 characters', '不是至多 2,000 个字符的网址');
  const signatureToken = given.signatureToken ?? given.secret ?? null;
  if (signatureToken !== null && (typeof signatureToken !== 'string' || !/^[^\0]{1,500}$/su.test(signatureToken))) {
    throw invalid('signatureToken', 'is not a text of 1 to 500 characters', '不是 1 至 500 个字符的文本');
  }
  const { href } = checkOutgoingUrl(dest, allowPrivate);
  return { dest: href, signatureToken, ...readControls({ ...given, schedule, stream }) };
}

/**
 * Reads when to report from `stream`, `schedule`, `reportIfEmpty` and `initialRecordTime`.
 * @throws TRACE_SUBSCRIPTION_CONTROLS, TRACE_SUBSCRIPTION_INVALID
 */
export function readControls(given: Readonly<Record<string, unknown>>): Controls {
  const { stream, schedule, reportIfEmpty = false, initialRecordTime = null } = given;
  if (stream !== undefined && stream !== true) throw refuseControls('stream can only be true', 'stream 只能为 true');
  if (stream === true && schedule !== undefined)
    throw refuseControls('stream and schedule exclude each other', 'stream 与 schedule 只能填写一个');
  if (stream === undefined && schedule === undefined)
    throw refuseControls('neither stream nor schedule is given', 'stream 与 schedule 都没有填写');
  if (typeof reportIfEmpty !== 'boolean') throw invalid('reportIfEmpty', 'is not true or false', '不是 true 或 false');
  if (schedule !== undefined && (typeof schedule !== 'object' || schedule === null || Array.isArray(schedule))) {
    throw refuseControls('schedule is no JSON object', 'schedule 不是 JSON 对象');
  }
  return {
    schedule: schedule === undefined ? null : parseSchedule(schedule as Record<string, unknown>),
    reportIfEmpty,
    initialRecordTime: readTime(initialRecordTime),
  };
}

function readTime(value: unknown): string | null {
  if (value === null) return null;
  // A plus sign that was not percent-encoded in a URL arrives as a space.
  if (typeof value === 'string' && dateTime.test(value) && !Number.isNaN(Date.parse(value))) {
    return new Date(value).toISOString();
  }
  throw invalid(
    'initialRecordTime',
    'is not a date-time with offset such as 2025-06-01T08:30:00Z',
    '不是带时区的日期时间，例如 2025-06-01T08:30:00Z',
  );
}
