import type { Store } from '../../store/index.ts';
import type { LocalText } from '../names.ts';
import type { TraceNetwork } from '../network.ts';
import { type Certificate, type CertificateState, stateAt } from './certificate.ts';
import { certificateErrors } from './errors.ts';
import { readCertificate } from './findCertificates.ts';

/** One thing that was looked at when a certificate was checked. */
export interface CertificateCheck {
  /** `proof`, `status`, `authority` …; `authority` is the certifier's accreditation. */
  id: string;
  /** Null when it could not be looked at. */
  ok: boolean | null;
  zh: string;
  en: string;
}

/** What anybody may know of a certificate. */
export interface CertificateStatus extends Certificate {
  /** Now: of the register and of the signed credential, whichever says less. */
  state: CertificateState;
  issuerName: LocalText | null;
  operatorName: LocalText | null;
  /** Signature, status list, form, and whether the certifier is accredited; empty without an alliance. */
  checks: CertificateCheck[];
  /** True when every check passed and the certificate holds now. */
  trusted: boolean;
}

/** The live status of a certificate that was read already. */
export async function describeStatus(
  network: TraceNetwork | null,
  certificate: Certificate,
  now = Date.now(),
): Promise<CertificateStatus> {
  const names = new Map((await network?.readParties())?.map(({ slug, name }) => [slug, name]));
  const row = network ? await network.credentials.readIssued(certificate.credential) : null;
  const report = row && network ? await network.credentials.verify(row.credential) : null;
  const checks = (report?.credentials ?? []).flatMap((one) =>
    one.checks.map(({ id, ok, zh, detail }) => ({ id, ok, zh, en: detail })),
  );
  const register = stateAt(certificate, now);
  const state = row?.revoked_at ? 'withdrawn' : row?.suspended_at && register === 'valid' ? 'suspended' : register;
  return {
    ...certificate,
    state,
    issuerName: names.get(certificate.issuer) ?? null,
    operatorName: names.get(certificate.operator) ?? null,
    checks,
    trusted: state === 'valid' && report?.valid === true,
  };
}

/** The live public status of a certificate, by its id, address or GS1 Digital Link. @throws CERTIFICATE_UNKNOWN */
export async function readStatus(
  { store, network }: { store: Store; network: TraceNetwork | null },
  name: string,
): Promise<CertificateStatus> {
  const certificate = await readCertificate(store.sql, name);
  if (!certificate) throw certificateErrors.unknown({ certificate: name.slice(0, 200) });
  return describeStatus(network, certificate);
}
