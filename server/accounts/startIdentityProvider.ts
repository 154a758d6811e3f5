import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

/** Somebody whom the identity provider knows. */
interface Staff {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

export interface StartIdentityProviderParameters {
  clientId: string;
  clientSecret: string;
  redirectUri: string;
}

/** A real OpenID provider on this machine, at which everybody signs in by naming a subject. */
export async function startIdentityProvider({ clientId, clientSecret, redirectUri }: StartIdentityProviderParameters) {
  const staff = new Map<string, Staff>();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['a key for tests'] },
    pkce: { required: () => true },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: true } },
    findAccount: (_, sub) => {
      const known = staff.get(sub);
      return known && { accountId: sub, claims: async () => ({ ...known }) };
    },
  });
  server.on('request', provider.callback());

  /** Follows redirects like a browser that has only this site's cookies, and sends forms, until it leaves the site. */
  async function visit(start: string, sub: string): Promise<string> {
    const jar = new Map<string, string>();
    let [url, form]: [string, string | null] = [start, null];
    for (let step = 0; step < 20; step += 1) {
      if (!url.startsWith(issuer)) return url;
      const answer: Response = await fetch(url, {
        redirect: 'manual',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form === null ? {} : { method: 'POST', body: form }),
      });
      for (const line of answer.headers.getSetCookie()) {
        const [pair = ''] = line.split(';', 1);
        jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
      }
      const page = await answer.text();
      const location = answer.headers.get('location');
      const action = /action="([^"]+)"/.exec(page)?.[1];
      if (location) [url, form] = [new URL(location, url).href, null];
      else if (action) {
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? 'login';
        [url, form] = [
          new URL(action, url).href,
          new URLSearchParams({ prompt, login: sub, password: 'any' }).toString(),
        ];
      } else throw new Error(`the identity provider stopped at ${url}: ${answer.status} ${page.slice(0, 300)}`);
    }
    throw new Error('the identity provider sends in circles');
  }

  return {
    issuer,
    staff,
    visit,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A running identity provider. */
export type IdentityProvider = Awaited<ReturnType<typeof startIdentityProvider>>;
