import type { Alliance } from '../alliance/index.ts';
import type { Trace } from '../trace/index.ts';
import { demoMembers } from './alliance.ts';
import { makeCalendar } from './calendar.ts';
import { organicCertificates } from './organicCertificates.ts';

const types = ['OrganicOperatorCertificate', 'OrganicSiteCertificate', 'OrganicProductCertificate'];
const accreditedMs = 3 * 365 * 86_400_000;

const daysSince = (now: Date) => Math.ceil((Date.now() - now.getTime()) / 86_400_000);

export interface IssueCertificatesParameters {
  alliance: { credentials: Pick<Alliance['credentials'], 'accreditProvisionally'> };
  trace: { certificates: Pick<Trace['certificates'], 'read' | 'issue' | 'change'> };
  /** The day that the season counts back from. */
  now: Date;
}

/**
 * Accredits the certifier of the demonstration and issues its certificates, as far as they are not there; the one that
 * was withdrawn is withdrawn with effect from its day. Gives how many were issued.
 *
 * @throws CREDENTIAL_NOT_DECIDED when the alliance is founded and did not accredit the certifier
 */
export async function issueCertificates({ alliance, trace, now }: IssueCertificatesParameters): Promise<number> {
  const calendar = makeCalendar(now);
  const issuer = demoMembers.certifier.slug;
  let issued = 0;
  for (const one of organicCertificates) {
    const { document, number, operator, activities, sites, products, days, withdrawn } = one;
    let certificate = await trace.certificates.read(document.id);
    if (!certificate) {
      const validUntil = new Date(Date.now() + accreditedMs);
      await alliance.credentials.accreditProvisionally({ member: issuer, types, validUntil });
      certificate = await trace.certificates.issue({
        issuer,
        principal: null,
        type: 'OrganicOperatorCertificate',
        number,
        standard: 'GB/T 19630',
        operator: operator.slug,
        validFrom: calendar.at(days.from, '00:00'),
        // A load that was begun long ago is completed with certificates that still hold.
        validUntil: calendar.at(Math.max(days.until, daysSince(now) + 30), '23:59'),
        uri: document.id,
        scope: {
          activities,
          sites: sites.map(({ place, ...rest }) => ({ place: place.id, ...rest })),
          products: products.map(({ id, traits }) => ({ item: id, ...(traits.crop && { crop: traits.crop }) })),
        },
      });
      issued += 1;
    }
    if (withdrawn && certificate.changes.length === 0) {
      const effectiveAt = calendar.at(withdrawn.day, '09:00');
      const change = { issuer, principal: null, action: 'withdraw' as const, reason: withdrawn.reason, effectiveAt };
      await trace.certificates.change({ certificate: certificate.id, ...change });
    }
  }
  return issued;
}
