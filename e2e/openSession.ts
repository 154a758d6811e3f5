/** The first operator of a platform, signed in. */
export interface OperatorSession {
  url: string;
  /** Headers of every request: the session's cookie, and the origin that the platform asks for. */
  headers: Record<string, string>;
}

/** Makes the first operator account through the one-time link. */
export async function openSession(url: string, output: string): Promise<OperatorSession> {
  const token = /setup#token=(\S+)/.exec(output)?.[1];
  const headers = { 'content-type': 'application/json', origin: url };
  const setup = await fetch(`${url}/api/setup`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token, name: 'Operator', email: 'operator@example.org', password: 'a long pass phrase 1' }),
  });
  if (!setup.ok) throw new Error(`setup failed: ${setup.status} ${await setup.text()}`);
  const cookie = setup.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { url, headers: { ...headers, cookie } };
}

/** One request of the operator; throws for every answer that is not 2xx. */
export async function askAs<T>(session: OperatorSession, method: string, path: string, body: unknown): Promise<T> {
  const answer = await fetch(session.url + path, { method, headers: session.headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Makes an API key with the right to capture. */
export async function createApiKey(session: OperatorSession): Promise<string> {
  const body = { name: 'test', scopes: ['capture', 'read'] };
  return (await askAs<{ key: string }>(session, 'POST', '/api/keys', body)).key;
}
