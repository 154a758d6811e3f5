import { connectorErrors } from '../identity/errors.ts';
import type { RegistryContext } from './context.ts';

/** Whether the member itself says that a DID is its connector at an address. @throws CONNECTOR_CREDENTIAL_WRONG */
export async function checkOwnCredential(
  { alliance }: RegistryContext,
  credential: string,
  { slug, did, address }: { slug: string; did: string; address: string },
): Promise<void> {
  const wrong = (problem: string, zh?: string) =>
    connectorErrors.credentialWrong({ credential: 'connector credential', problem }, zh ? { zh: { problem: zh } } : {});
  const { valid, kind, credentials } = await alliance.credentials.verify(credential);
  const [report] = credentials;
  if (kind !== 'credential' || !report) throw wrong('it is no credential.');
  const failed = report.checks.find(({ ok }) => ok === false);
  if (!valid) throw wrong(failed?.detail ?? 'it does not hold.', failed?.zh);
  if (report.type !== 'ConnectorCredential') throw wrong(`it is a ${report.type}.`);
  if (report.issuer !== (await alliance.dids.current(slug))?.did)
    throw wrong('the member’s present DID did not issue it.');
  if (report.subject !== did) throw wrong('it is of another connector.');
  if (report.claims.connectorOf !== slug || report.claims.address !== address) {
    throw wrong('it names another member or address.');
  }
}
