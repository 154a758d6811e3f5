import type { SSOUserResolution, SSOUserResolutionInput } from '@better-auth/sso';

/** What the account library asks the platform while it works. */
export interface AccountHooks {
  /** Which account somebody is whom an identity provider vouches for; see `resolveStaff`. */
  resolveStaff(input: SSOUserResolutionInput): Promise<SSOUserResolution>;
  /** Makes the account of an invited person who registered a passkey; gives its id. See `acceptInvitation`. */
  acceptWithPasskey(invitationId: string, name: string): Promise<string>;
  /** Origins of identity providers in the platform's own network; none unless private addresses are allowed. */
  readPrivateProviders(): Promise<string[]>;
  /** Opens a sealed configuration. */
  openConfiguration(sealed: string): string;
}
