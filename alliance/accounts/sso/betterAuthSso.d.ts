// What the platform uses of @better-auth/sso. The package's own types bring its SAML library along, and with it those of
// a browser's document into every file of the platform; tsconfig.json names this file in their place.
import type { BetterAuthPlugin, BetterAuthPluginDBSchema } from 'better-auth';

export type SSOUserResolution =
  | { action: 'continue' }
  | { action: 'link'; userId: string; profile: 'preserve' | 'update' }
  | { action: 'reject'; code: string; message?: string };

interface ResolutionInput {
  providerId: string;
  accountKey: { issuer: string; accountId: string };
  providerUser: { email: string; emailVerified: boolean; name: string };
}

export type SSOUserResolutionInput =
  | (ResolutionInput & { protocol: 'oidc'; verifiedIdTokenClaims: Record<string, unknown> })
  | (ResolutionInput & { protocol: 'saml' });

export interface SSOOptions {
  resolveUser?: (input: SSOUserResolutionInput) => Promise<SSOUserResolution>;
  trustEmailVerified?: boolean;
}

type Endpoint = NonNullable<BetterAuthPlugin['endpoints']>[string];

export function sso(options: SSOOptions): {
  id: 'sso';
  version: string;
  endpoints: { signInSSO: Endpoint; callbackSSO: Endpoint };
  schema: { ssoProvider: BetterAuthPluginDBSchema[string] };
  options: SSOOptions;
};

export interface OIDCDiscoveryDocument {
  issuer: string;
  authorization_endpoint: string;
  token_endpoint: string;
  jwks_uri: string;
  userinfo_endpoint?: string;
  token_endpoint_auth_methods_supported?: string[];
}

export class DiscoveryError extends Error {
  readonly code: string;
}

export function validateDiscoveryDocument(document: OIDCDiscoveryDocument, configuredIssuer: string): void;
