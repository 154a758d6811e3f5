/** An RFC 9457 body as the platform sends it; `nextStep` tells the reader what to do now. */
export interface Problem {
  status: number;
  title: string;
  detail: string | null;
  nextStep: string | null;
  code: string | null;
  /** The texts in Chinese; those above are in English. */
  zh?: { detail: string; nextStep: string };
  /** Every wrong place of what was sent, in both languages, where the platform names them. */
  places?: { path: string; words: { zh: string; en: string } }[];
  /** Why a right was refused, in both languages, and what it was. */
  refusal?: { what: { zh: string; en: string }; because: { zh: string; en: string } };
}

/** A request that the platform (or the way to it) refused. `problem.status` is 0 when there was no answer at all. */
export class ApiProblem extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** Reads a problem out of any error answer: problem+json, another JSON error object, or a bare status. */
export function toProblem(status: number, statusText: string, body: unknown): Problem {
  const fields = isRecord(body) ? body : {};
  const text = (...names: string[]) => {
    for (const name of names) {
      const value = fields[name];
      if (typeof value === 'string' && value !== '') return value;
    }
    return null;
  };
  return {
    status,
    title: text('title', 'message', 'error') ?? (statusText || `HTTP ${status}`),
    detail: text('detail'),
    nextStep: text('nextStep'),
    code: text('code'),
    ...readChinese(fields.zh),
    ...readRefusal(fields),
    ...readPlaces(fields.details),
  };
}

/** The texts of a refusal in Chinese, of a whole answer or of a part of one. */
export function readChinese(zh: unknown): Pick<Problem, 'zh'> {
  if (!isRecord(zh) || typeof zh.detail !== 'string' || typeof zh.nextStep !== 'string') return {};
  return { zh: { detail: zh.detail, nextStep: zh.nextStep } };
}

function readPlaces(details: unknown): Pick<Problem, 'places'> {
  if (!isRecord(details) || !Array.isArray(details.problems)) return {};
  const places = details.problems.flatMap((place: unknown) =>
    isRecord(place) && isRecord(place.words)
      ? [{ path: String(place.path), words: { zh: String(place.words.zh), en: String(place.words.en) } }]
      : [],
  );
  return places.length > 0 ? { places } : {};
}

/** The platform says why somebody may not do something in words for people (`RIGHTS_REFUSED`). */
function readRefusal({ code, details }: Record<string, unknown>): Pick<Problem, 'refusal'> {
  if (code !== 'RIGHTS_REFUSED' || !isRecord(details) || !isRecord(details.reason) || !isRecord(details.what))
    return {};
  const words = ({ zh, en }: Record<string, unknown>) => ({ zh: String(zh), en: String(en) });
  return { refusal: { what: words(details.what), because: words(details.reason) } };
}

/** The problem of anything thrown by a request; what is not an `ApiProblem` had no answer. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiProblem) return error.problem;
  if (error instanceof Error && 'reason' in error && 'nextStep' in error) return ownProblem({ ...error });
  const detail = error instanceof Error ? error.message : String(error);
  return { status: 0, title: '', detail, nextStep: null, code: null };
}

/** An error of the catalogue that code of this page threw itself. */
function ownProblem({ status, code, reason, nextStep, zh }: Record<string, unknown>): Problem {
  const { reason: detail, nextStep: next } = isRecord(zh) ? zh : {};
  return {
    ...toProblem(typeof status === 'number' ? status : 400, '', { code, detail: reason, nextStep }),
    ...readChinese({ detail, nextStep: next }),
  };
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
