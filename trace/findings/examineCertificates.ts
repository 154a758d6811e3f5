import type { Tx } from '../../store/index.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { checkCertificate, type OrganicUse, type WeighedReason } from '../certificates/checkCertificate.ts';
import { readCertificates } from '../certificates/findCertificates.ts';
import { type OrganicClaims, readClaims } from '../certificates/readClaims.ts';
import { tradeItemOf } from '../things.ts';
import { conclude, type Detector, type Examination } from './detector.ts';
import type { ExaminedEvent } from './examined.ts';
import { scoreOf } from './finding.ts';

/** Trade items that a certificate must cover: what an event makes, otherwise what it is about. */
function itemsOf({ things }: ExaminedEvent): string[] {
  const made = things.filter(({ role }) => role === 'output');
  const about = made.length > 0 ? made : things.filter(({ role }) => role === 'epc' || role === 'child');
  return [...new Set(about.flatMap(({ key }) => tradeItemOf(key) ?? []))];
}

const unknown = (uri: string): WeighedReason => ({
  weight: 0.35,
  code: 'certificate.unknown',
  values: { certificate: uri },
  zh: `本平台的登记册中没有证书 ${uri}，无法核实。`,
  en: `The register has no certificate ${uri}, so that it cannot be checked.`,
});

const uncertified = (member: string): WeighedReason => ({
  weight: 0.6,
  code: 'certificate.none',
  values: { member },
  zh: `事件声称产品为有机产品，但没有引用证书，登记册中也没有 ${member} 的证书。`,
  en: `The event says that its goods are organic, cites no certificate, and the register has none of ${member}.`,
});

/** Why a claim is not covered: of several certificates that could, the one that comes nearest speaks. */
function judge(event: ExaminedEvent, claims: OrganicClaims, known: readonly Certificate[]): WeighedReason[] {
  const use: OrganicUse = { member: event.member, time: event.time, places: event.places, items: itemsOf(event) };
  const uris = [...claims.cited, ...claims.papers.filter((uri) => known.some((one) => one.uri === uri))];
  if (uris.length > 0) {
    return uris.flatMap((uri) => {
      const certificate = known.find((one) => one.uri === uri);
      return certificate ? checkCertificate(certificate, use) : [unknown(uri)];
    });
  }
  const own = known.filter(({ operator }) => operator === event.member);
  if (own.length === 0) return [uncertified(event.member)];
  const judged = own.map((certificate) => checkCertificate(certificate, use));
  return judged.reduce((best, one) => (scoreOf(one).score < scoreOf(best).score ? one : best));
}

async function rememberClaims(tx: Tx, claims: { event: string; uri: string; member: string }[]): Promise<void> {
  if (claims.length === 0) return;
  await tx`
    INSERT INTO trace.organic_claims (event, uri, member)
    SELECT event, uri, member FROM jsonb_to_recordset(${JSON.stringify(claims)}::text::jsonb)
      AS c(event bigint, uri text, member text)
    ON CONFLICT DO NOTHING`;
}

/**
 * Organic claims that no certificate covers: wrong operator, site, product or date, a certificate that was suspended,
 * withdrawn or is not in the register, or no certificate at all.
 */
export const examineCertificates: Detector = {
  name: 'certificate',
  async examine({ tx }, events) {
    const all = events.map((event) => ({ event, claims: readClaims(event.document, event.prefixes) }));
    const claiming = all.filter(({ claims }) => claims.claimed || claims.cited.length + claims.papers.length > 0);
    await rememberClaims(
      tx,
      claiming.flatMap(({ event, claims }) =>
        [...claims.cited, ...claims.papers, ...(claims.cited.length === 0 && claims.claimed ? [''] : [])].map(
          (uri) => ({
            event: event.sequence,
            uri,
            member: event.member,
          }),
        ),
      ),
    );
    const known = await readCertificates(tx, {
      uris: [...new Set(claiming.flatMap(({ claims }) => [...claims.cited, ...claims.papers]))],
      operators: [...new Set(claiming.filter(({ claims }) => claims.claimed).map(({ event }) => event.member))],
    });
    const examination: Examination = { doubts: [], clear: [] };
    for (const { event, claims } of claiming) {
      const covered = claims.papers.some((uri) => known.some((one) => one.uri === uri));
      const needsCover = claims.claimed || claims.cited.length > 0 || covered;
      const reasons = event.withdrawn || !needsCover ? [] : judge(event, claims, known);
      const cited = known.filter(({ uri }) => claims.cited.includes(uri) || claims.papers.includes(uri));
      conclude(examination, {
        subject: `event ${event.hash}`,
        reasons,
        events: [event.hash],
        things: [...event.things.map(({ key }) => key), ...claims.cited],
        members: [...new Set([event.member, ...cited.map(({ operator }) => operator)])],
      });
    }
    return examination;
  },
};
