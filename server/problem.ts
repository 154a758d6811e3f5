import { STATUS_CODES } from 'node:http';
import type { XiangyuError } from '../errors.ts';

/** An error as RFC 9457 has it, with the platform's own members `code`, `nextStep`, `retryable`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: string;
  nextStep: string;
  /** `detail` and `nextStep` in Chinese. */
  zh?: { detail: string; nextStep: string };
  retryable: boolean;
  requestId: string;
  details?: Record<string, unknown>;
}

/** EPCIS 2.0, section 12.7: the exception of each status; other statuses have no exception of the standard. */
const epcisTypes: Readonly<Record<number, string>> = {
  400: 'epcisException:ValidationException',
  401: 'epcisException:SecurityException',
  403: 'epcisException:SecurityException',
  404: 'epcisException:NoSuchResourceException',
  406: 'epcisException:NotAcceptableException',
  409: 'epcisException:ResourceAlreadyExistsException',
  413: 'epcisException:CaptureLimitExceededException',
  414: 'epcisException:URITooLongException',
  415: 'epcisException:UnsupportedMediaTypeException',
  500: 'epcisException:ImplementationException',
};

/** Writes an error of the catalogue as a problem; `path` has no query, which could hold what nobody should log. */
export function toProblem(error: XiangyuError, { path, requestId }: { path: string; requestId: string }): Problem {
  const standard = /^\/epcis(?:\/|$)/.test(path) ? epcisTypes[error.status] : undefined;
  return {
    type: error.type ?? standard ?? `urn:xiangyu:error:${error.code}`,
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    detail: error.reason,
    instance: path,
    code: error.code,
    nextStep: error.nextStep,
    ...(error.zh ? { zh: { detail: error.zh.reason, nextStep: error.zh.nextStep } } : {}),
    retryable: error.retryable,
    requestId,
    ...(Object.keys(error.details).length > 0 ? { details: error.details } : {}),
  };
}

/** The path of a request without its query. */
export function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? url;
}
