import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { discover } from './discover.ts';

/** What the provider says of itself; `{}` replaces nothing. */
let changes: Record<string, unknown> = {};
const provider = createServer((request, response) => {
  const issuer = `http://${request.headers.host}`;
  const document = {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    ...changes,
  };
  if (request.url !== '/.well-known/openid-configuration') response.statusCode = 404;
  response.end(JSON.stringify(document));
});
let issuer: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
});
afterAll(() => void provider.close());

it.each([
  ['http://127.0.0.1:1', 'PEOPLE_SSO_UNFIT'],
  ['https://127.0.0.1', 'PEOPLE_SSO_UNFIT'],
  ['https://169.254.169.254', 'PEOPLE_SSO_UNFIT'],
  ['https://[::1]', 'PEOPLE_SSO_UNFIT'],
  ['https://[::ffff:10.0.0.1]', 'PEOPLE_SSO_UNFIT'],
  ['http://idp.example', 'PEOPLE_SSO_UNFIT'],
  ['https://user:password@idp.example', 'PEOPLE_SSO_UNFIT'],
  ['https://localhost:1', 'HOST_ADDRESS_PRIVATE'],
])('calls nothing at %s', async (url, code) => {
  await expect(discover(url, false)).rejects.toMatchObject({ code });
});

it('reads the configuration, and refuses one that is another’s or leads elsewhere', async () => {
  changes = {};
  expect(await discover(issuer, true)).toMatchObject({ issuer, tokenEndpointAuthentication: 'client_secret_basic' });
  await expect(discover(`${issuer}/other`, true)).rejects.toMatchObject({ code: 'PEOPLE_SSO_UNREACHABLE' });
  for (const wrong of [
    { issuer: 'https://another.example' },
    { token_endpoint: undefined },
    { token_endpoint: 'file:///etc/passwd' },
    { jwks_uri: 'gopher://inside' },
    { token_endpoint_auth_methods_supported: ['none'] },
  ]) {
    changes = wrong;
    await expect(discover(issuer, true), JSON.stringify(wrong)).rejects.toMatchObject({ code: 'PEOPLE_SSO_UNFIT' });
  }
});
