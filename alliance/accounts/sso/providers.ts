import type { Tx } from '../../../store/index.ts';
import type { Principal } from '../../principal.ts';
import { peopleErrors } from '../errors.ts';
import type { PeopleParts } from '../parts.ts';
import { discover } from './discover.ts';

/** An organisation's identity provider. The client secret is never shown again. */
export interface SingleSignOn {
  issuer: string;
  clientId: string;
  domains: { domain: string; confirmed: boolean }[];
  /** To register at the identity provider. */
  redirectUri: string;
  updatedAt: string;
}

/** The configuration as the account library reads it, sealed in the database. */
interface Configuration {
  issuer: string;
  clientId: string;
  clientSecret: string;
  pkce: true;
  scopes: string[];
  discoveryEndpoint: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksEndpoint: string;
  userInfoEndpoint?: string;
  tokenEndpointAuthentication: 'client_secret_basic' | 'client_secret_post';
}

interface Row {
  issuer: string;
  client_id: string;
  updated_at: Date;
}

/** Every organisation has a redirect address of its own, so that an answer is never taken for another provider's. */
const providerIdOf = (member: string) => `sso-${member}`;

/** Where the identity provider of an organisation sends browsers back to; known before there is one. */
export const redirectUriOf = ({ baseUrl }: PeopleParts, member: string) =>
  new URL(`/api/auth/sso/callback/${providerIdOf(member)}`, baseUrl).href;

const rowOf = (sql: PeopleParts['store']['sql'] | Tx, member: string) => sql<Row[]>`
  select p."issuer", s.client_id, s.updated_at
  from alliance.single_sign_on s join alliance."ssoProvider" p on p."providerId" = s.provider_id
  where s.member = ${member}`;

/** Reads the identity provider of an organisation; null without one. */
export async function readSingleSignOn(parts: PeopleParts, member: string): Promise<SingleSignOn | null> {
  const { sql } = parts.store;
  const [row] = await rowOf(sql, member);
  if (!row) return null;
  const domains = await sql<{ domain: string; confirmed: boolean }[]>`
    select domain, confirmed_at is not null as confirmed
    from alliance.single_sign_on_domain where member = ${member} order by domain`;
  return {
    issuer: row.issuer,
    clientId: row.client_id,
    domains: [...domains],
    redirectUri: redirectUriOf(parts, member),
    updatedAt: row.updated_at.toISOString(),
  };
}

export interface SetSingleSignOnParameters {
  principal: Principal;
  issuer: string;
  clientId: string;
  /** None: the stored one stays, as long as issuer and client do. */
  clientSecret?: string | undefined;
  domains: string[];
}

/** Keeps the secret only for the same client at the same issuer, so that nobody sends it elsewhere by a change. */
async function readSecret({ seal, store }: PeopleParts, parameters: SetSingleSignOnParameters): Promise<string> {
  if (parameters.clientSecret !== undefined) return parameters.clientSecret;
  const [row] = await store.sql<{ oidcConfig: string }[]>`
    select p."oidcConfig" from alliance.single_sign_on s
    join alliance."ssoProvider" p on p."providerId" = s.provider_id where s.member = ${parameters.principal.member}`;
  const stored = row && (JSON.parse(seal.open(Buffer.from(row.oidcConfig, 'base64'))) as Configuration);
  if (stored?.issuer !== parameters.issuer || stored.clientId !== parameters.clientId) {
    throw peopleErrors.ssoSecretMissing();
  }
  return stored.clientSecret;
}

async function storeDomains(tx: Tx, member: string, domains: string[]): Promise<void> {
  await tx`delete from alliance.single_sign_on_domain where member = ${member} and domain <> all(${domains}::text[])`;
  await tx`
    insert into alliance.single_sign_on_domain (member, domain) select ${member}, unnest(${domains}::text[])
    on conflict do nothing`;
}

/**
 * Sets or changes the identity provider of an organisation. Another issuer or client is another provider: who was linked
 * to the one before has to be linked anew, for the same subject there may be somebody else.
 *
 * @throws PEOPLE_SSO_UNFIT, PEOPLE_SSO_UNREACHABLE, PEOPLE_SSO_SECRET_MISSING, HOST_ADDRESS_PRIVATE, HOST_OUTGOING_FAILED
 */
export async function setSingleSignOn(parts: PeopleParts, parameters: SetSingleSignOnParameters): Promise<void> {
  const { store, acts, seal } = parts;
  const { principal, issuer, clientId, domains } = parameters;
  const { member } = principal;
  const clientSecret = await readSecret(parts, parameters);
  const { userInfoEndpoint, ...endpoints } = await discover(issuer, parts.allowPrivateUrls);
  const configuration: Configuration = {
    ...endpoints,
    ...(userInfoEndpoint === null ? {} : { userInfoEndpoint }),
    clientId,
    clientSecret,
    pkce: true,
    scopes: ['openid', 'email', 'profile'],
    discoveryEndpoint: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  };
  const sealed = seal.seal(JSON.stringify(configuration)).toString('base64');
  await store.transaction(async (tx) => {
    await tx`select from alliance.member where slug = ${member} for update`;
    const [before] = await rowOf(tx, member);
    const providerId = providerIdOf(member);
    if (before && (before.issuer !== endpoints.issuer || before.client_id !== clientId)) await unlink(tx, providerId);
    await tx`
      insert into alliance."ssoProvider" ("id", "issuer", "oidcConfig", "providerId", "organizationId", "domain")
      values (${providerId}, ${endpoints.issuer}, ${sealed}, ${providerId}, ${member}, ${domains.join(',')})
      on conflict ("providerId") do update set "issuer" = excluded."issuer", "oidcConfig" = excluded."oidcConfig",
        "domain" = excluded."domain"`;
    await tx`
      insert into alliance.single_sign_on (member, provider_id, client_id) values (${member}, ${providerId}, ${clientId})
      on conflict (member) do update set client_id = excluded.client_id, updated_at = now()`;
    await storeDomains(tx, member, domains);
    await acts.recordAct(tx, {
      principal,
      action: 'organisation:set-sign-in',
      resource: { type: 'Organisation', id: member, member },
      detail: { issuer: endpoints.issuer, clientId, domains },
    });
  });
}

/** Removes the links of accounts to a provider and the sessions that it opened. */
async function unlink(tx: Tx, providerId: string): Promise<void> {
  await tx`
    delete from alliance."session" where "method" = 'sso'
      and "userId" in (select "userId" from alliance."account" where "providerId" = ${providerId})`;
  await tx`delete from alliance."account" where "providerId" = ${providerId}`;
}

/** Removes the identity provider of an organisation. Throws PEOPLE_SSO_UNKNOWN. */
export async function removeSingleSignOn({ store, acts }: PeopleParts, principal: Principal): Promise<void> {
  const { member } = principal;
  await store.transaction(async (tx) => {
    const [row] = await tx<{ provider_id: string }[]>`
      select provider_id from alliance.single_sign_on where member = ${member} for update`;
    if (!row) throw peopleErrors.ssoUnknown();
    await unlink(tx, row.provider_id);
    await tx`delete from alliance."ssoProvider" where "providerId" = ${row.provider_id}`;
    await acts.recordAct(tx, {
      principal,
      action: 'organisation:set-sign-in',
      resource: { type: 'Organisation', id: member, member },
      detail: { removed: true },
    });
  });
}

/**
 * Confirms, for the platform, which of the e-mail domains that an organisation named are its own: whoever its identity
 * provider vouches for under them becomes a viewer there without an invitation.
 *
 * @throws PEOPLE_ORGANISATION_UNKNOWN, PEOPLE_DOMAIN_TAKEN
 */
export async function confirmDomains(
  { store, acts }: PeopleParts,
  { principal, slug, domains }: { principal: Principal; slug: string; domains: string[] },
): Promise<void> {
  await store.transaction(async (tx) => {
    const [known] = await tx`select from alliance.single_sign_on where member = ${slug} for update`;
    if (!known) throw peopleErrors.organisationUnknown({ slug });
    const [taken] = await tx<{ domain: string }[]>`
      select domain from alliance.single_sign_on_domain
      where member <> ${slug} and domain = any(${domains}::text[]) and confirmed_at is not null limit 1`;
    if (taken) throw peopleErrors.domainTaken(taken);
    await tx`
      update alliance.single_sign_on_domain set
        confirmed_at = case when domain = any(${domains}::text[]) then coalesce(confirmed_at, now()) end
      where member = ${slug}`;
    await acts.recordAct(tx, {
      principal,
      action: 'platform:administer',
      resource: { type: 'Organisation', id: slug, member: slug },
      detail: { confirmedDomains: domains },
    });
  });
}

/** Origins of identity providers in the platform's own network, when those are allowed. */
export async function readPrivateProviders({
  store,
  seal,
  allowPrivateUrls,
}: Pick<PeopleParts, 'store' | 'seal' | 'allowPrivateUrls'>): Promise<string[]> {
  if (!allowPrivateUrls) return [];
  const rows = await store.sql<{ oidcConfig: string }[]>`select "oidcConfig" from alliance."ssoProvider"`;
  const origins = rows.flatMap(({ oidcConfig }) => {
    const { tokenEndpoint, jwksEndpoint, userInfoEndpoint, authorizationEndpoint } = JSON.parse(
      seal.open(Buffer.from(oidcConfig, 'base64')),
    ) as Configuration;
    const urls = [tokenEndpoint, jwksEndpoint, authorizationEndpoint, ...(userInfoEndpoint ? [userInfoEndpoint] : [])];
    return urls.map((url) => new URL(url).origin);
  });
  return [...new Set(origins)];
}
