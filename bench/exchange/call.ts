/** One end of an API, with what opens it. */
export interface Door {
  url: string;
  key?: string;
  cookie?: string;
}

/** An answer that is not 2xx. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string | undefined;
  constructor(path: string, status: number, body: { code?: string; detail?: string }) {
    super(`${path} answered ${status}: ${body.code ?? ''} ${body.detail ?? ''}`);
    this.status = status;
    this.code = body.code;
  }
}

/** Calls an API; an answer that is not 2xx is thrown as `Refused`. */
export async function call<T>(door: Door, path: string, body?: unknown, method?: string): Promise<T> {
  const response = await fetch(new URL(path, door.url), {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(door.key === undefined ? {} : { authorization: `Bearer ${door.key}` }),
      ...(door.cookie === undefined ? {} : { cookie: door.cookie, origin: new URL(door.url).origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const answer = (text === '' ? null : JSON.parse(text)) as T;
  if (!response.ok) throw new Refused(path, response.status, answer ?? {});
  return answer;
}

/** Asks again every `everyMs` until the answer is there. */
export async function until<T>(
  ask: () => Promise<T | null | undefined | false>,
  what: string,
  everyMs = 50,
): Promise<T> {
  const deadline = performance.now() + 120_000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited two minutes for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
