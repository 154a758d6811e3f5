/** Makes the first operator account through the one-time link and an API key with the right to capture. */
export async function createApiKey(url: string, output: string): Promise<string> {
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
  const answer = await fetch(`${url}/api/keys`, {
    method: 'POST',
    headers: { ...headers, cookie },
    body: JSON.stringify({ name: 'test', scopes: ['capture', 'read'] }),
  });
  if (!answer.ok) throw new Error(`no key: ${answer.status} ${await answer.text()}`);
  const { key } = (await answer.json()) as { key: string };
  return key;
}
