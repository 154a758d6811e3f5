import { ApiProblem, toProblem } from '../../api/problem.ts';
import { writeSetting } from '../store/openFieldStore.ts';

export interface AskOptions {
  method?: 'GET' | 'POST';
  key: string;
  body?: BodyInit;
  mediaType?: string;
}

/** Answers that come later than this are none. */
const patienceMs = 30_000;

/** Notes how far the phone's clock is ahead: the platform's time is in every answer, exact to a second. */
async function noteClock(answer: Response, askedAt: number, answeredAt: number): Promise<void> {
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return;
  // The header has whole seconds: half of one is added on average.
  await writeSetting('clockAhead', Math.round((askedAt + answeredAt) / 2 - theirs - 500));
}

/** One request with the phone's key. Throws `ApiProblem` for an answer that is not 2xx, anything else for none. */
export async function ask<Answer>(path: string, { method = 'GET', key, body, mediaType }: AskOptions): Promise<Answer> {
  const askedAt = Date.now();
  const answer = await fetch(path, {
    method,
    // The key alone says who asks, also where somebody is signed in.
    credentials: 'omit',
    cache: 'no-store',
    headers: {
      accept: 'application/json, application/problem+json',
      authorization: `Bearer ${key}`,
      ...(mediaType === undefined ? {} : { 'content-type': mediaType }),
    },
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body }),
  });
  await noteClock(answer, askedAt, Date.now());
  const text = await answer.text();
  let parsed: unknown;
  try {
    parsed = text === '' ? undefined : JSON.parse(text);
  } catch {
    // A portal of a mobile network answers with a page: that is no answer of the platform.
    if (answer.ok) throw new TypeError(`not an answer of the platform: ${text.slice(0, 40)}`);
  }
  if (!answer.ok)
    throw Object.assign(new ApiProblem(toProblem(answer.status, answer.statusText, parsed)), { body: parsed });
  return parsed as Answer;
}
