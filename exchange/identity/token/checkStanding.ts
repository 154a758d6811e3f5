import { XiangyuError } from '../../../errors.ts';
import { connectorErrors } from '../errors.ts';
import type { Trust } from '../trust.ts';
import { type CheckedCredential, createCredentialCheck } from './checkCredential.ts';

/** Whose connector a DID is, as its credentials prove. @throws CONNECTOR_CREDENTIAL_…, CONNECTOR_MEMBER_…, CONNECTOR_STANDING_UNKNOWN */
export type CheckStanding = (did: string, shown: readonly [connector: string, membership: string]) => Promise<string>;

/** Before the founding the alliance vouches for guests provisionally; those credentials are revoked at the founding. */
const memberships = ['MembershipCredential', 'ProvisionalMembershipCredential'];

/** Makes the check of the two credentials that a connector shows. */
export function createStandingCheck({ trust, now }: { trust: Trust; now: () => Date }): CheckStanding {
  const check = createCredentialCheck({ trust, now });

  async function read(text: string, name: string): Promise<CheckedCredential> {
    return check(text).catch((cause: unknown) => {
      const problem = cause instanceof Error ? cause.message : String(cause);
      const zh = cause instanceof XiangyuError && cause.zh ? { problem: cause.zh.reason } : {};
      throw connectorErrors.credentialWrong({ credential: name, problem }, { cause, zh });
    });
  }

  /** What stands against a credential, as an error; the two differ in who suspends and revokes them. */
  function assertHolds(
    { against, report }: CheckedCredential,
    name: string,
    ended: Record<'revoked' | 'suspended', () => Error>,
  ): void {
    if (report.validUntil && Date.parse(report.validUntil) < now().getTime()) {
      throw connectorErrors.credentialExpired({ credential: name });
    }
    if (!against) return;
    const { code, detail, zh } = against;
    if (code === 'status.revoked') throw ended.revoked();
    if (code === 'status.suspended') throw ended.suspended();
    if (code.startsWith('period.')) throw connectorErrors.credentialExpired({ credential: name });
    if (code === 'status.unavailable' || code === 'issuer.none') {
      throw connectorErrors.standingUnknown({ problem: detail }, { zh: { problem: zh } });
    }
    throw connectorErrors.credentialWrong({ credential: name, problem: detail }, { zh: { problem: zh } });
  }

  return async (did, [connectorText, membershipText]) => {
    const foreign = (problem: string) => connectorErrors.credentialForeign({ problem });
    const wrong = (credential: string, problem: string) => connectorErrors.credentialWrong({ credential, problem });
    // The membership first: only a DID that the alliance vouches for is looked up at all.
    const issuers = [await trust.alliance()];
    const membership = await readIssued(membershipText, issuers);
    const slug = String(membership.report.claims.memberSlug);
    if (!memberships.includes(membership.report.type)) throw wrong('membership', 'it is of another type.');
    assertHolds(membership, 'membership', {
      revoked: () => connectorErrors.memberLeft({ slug }),
      suspended: () => connectorErrors.memberSuspended({ slug }),
    });
    const connector = await readIssued(connectorText, [membership.report.subject ?? '']);
    if (connector.report.type !== 'ConnectorCredential') {
      throw wrong('connector credential', 'it is of another type.');
    }
    assertHolds(connector, 'connector credential', {
      revoked: () => connectorErrors.revoked({ did }),
      suspended: () => connectorErrors.suspended({ did }),
    });
    if (connector.report.subject !== did) throw foreign('the connector’s is of another connector');
    if (connector.report.claims.connectorOf !== slug) throw foreign('they name different members');
    return slug;

    async function readIssued(text: string, by: readonly string[]): Promise<CheckedCredential> {
      const name = text === membershipText ? 'membership' : 'connector credential';
      const claimed = claimedIssuer(text);
      if (!by.includes(claimed)) {
        throw foreign(
          name === 'membership' ? 'the membership is not of this alliance' : 'another issued the connector’s',
        );
      }
      return read(text, name);
    }
  };
}

/** The issuer that a credential names, before anything is verified; empty for none. */
function claimedIssuer(text: string): string {
  try {
    const json = text.startsWith('{') ? text : Buffer.from(text.split('.')[1] ?? '', 'base64url').toString('utf8');
    const { issuer } = JSON.parse(json) as { issuer?: string | { id?: string } };
    return typeof issuer === 'string' ? issuer : (issuer?.id ?? '');
  } catch {
    return '';
  }
}
