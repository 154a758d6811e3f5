import type { JsonValue } from '../../proof/index.ts';

/** What a certificate is about. */
export const certificateTypes = [
  'OrganicOperatorCertificate',
  'OrganicSiteCertificate',
  'OrganicProductCertificate',
] as const;

/** One of `certificateTypes`. */
export type CertificateType = (typeof certificateTypes)[number];

/** Whether a certificate holds; `expired` follows from its dates. */
export type CertificateState = 'valid' | 'suspended' | 'withdrawn' | 'expired';

/** A plot or works that is certified. */
export interface CertifiedSite {
  /** GS1 Digital Link of the place; its parts are covered too. */
  place: string;
  /** Crop that grows there, such as `kiwifruit`; absent for a works. */
  crop?: string;
  areaHectares?: number;
}

/** A trade item that is certified. */
export interface CertifiedProduct {
  /** GS1 Digital Link of the trade item (GTIN). */
  item: string;
  crop?: string;
}

/** What a certificate covers; an empty list does not limit. */
export interface CertificateScope {
  activities: string[];
  sites: CertifiedSite[];
  products: CertifiedProduct[];
}

/** A change of a certificate's state. */
export interface CertificateChange {
  state: 'valid' | 'suspended' | 'withdrawn';
  /** From when on it holds; UTC, ISO 8601. */
  effectiveAt: string;
  recordedAt: string;
  reason: string;
}

/** A certificate of the register. */
export interface Certificate {
  id: string;
  /** As events cite it (`certificationInfo`). */
  uri: string;
  credential: string;
  type: CertificateType;
  number: string;
  standard: string;
  /** Slugs. */
  issuer: string;
  operator: string;
  validFrom: string;
  validUntil: string;
  scope: CertificateScope;
  issuedAt: string;
  /** Oldest first. */
  changes: CertificateChange[];
}

/** A row of trace.certificates with its states. */
export interface CertificateRow {
  id: string;
  uri: string;
  credential: string;
  type: CertificateType;
  number: string;
  standard: string;
  issuer: string;
  operator: string;
  valid_from: Date;
  valid_until: Date;
  scope: JsonValue;
  issued_at: Date;
  changes: CertificateChange[] | null;
}

/** A row as the room uses it. */
export function toCertificate(row: CertificateRow): Certificate {
  const { valid_from, valid_until, issued_at, scope, changes, ...rest } = row;
  return {
    ...rest,
    validFrom: valid_from.toISOString(),
    validUntil: valid_until.toISOString(),
    issuedAt: issued_at.toISOString(),
    scope: scope as unknown as CertificateScope,
    changes: (changes ?? []).map((change) => ({
      ...change,
      effectiveAt: new Date(change.effectiveAt).toISOString(),
      recordedAt: new Date(change.recordedAt).toISOString(),
    })),
  };
}

/** Whether a certificate held at a moment, by what is known now. */
export function stateAt(certificate: Certificate, time: number): CertificateState {
  const last = certificate.changes
    .filter(({ effectiveAt }) => Date.parse(effectiveAt) <= time)
    .reduce<CertificateChange | null>(
      (latest, change) => (latest && latest.effectiveAt > change.effectiveAt ? latest : change),
      null,
    );
  if (last && last.state !== 'valid') return last.state;
  return Date.parse(certificate.validUntil) < time ? 'expired' : 'valid';
}
