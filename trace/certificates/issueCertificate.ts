import { randomUUID } from 'node:crypto';
import type { Principal } from '../../alliance/index.ts';
import { XiangyuError } from '../../errors.ts';
import { inBoth, parseDigitalLink, wordsOfError } from '../../proof/index.ts';
import type { Store } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import { toThingKey } from '../things.ts';
import { type Certificate, type CertificateScope, type CertificateType, certificateTypes } from './certificate.ts';
import { certificateErrors } from './errors.ts';
import { readCertificate } from './findCertificates.ts';
import { requestExamination } from './requestExamination.ts';

export interface IssueCertificateParameters {
  /** Slug of the certifier. */
  issuer: string;
  /** Who acts for it, for the administrative record; null for the platform itself. */
  principal: Principal | null;
  type: CertificateType;
  number: string;
  /** Such as GB/T 19630. */
  standard: string;
  /** Slug of the operator. */
  operator: string;
  /** ISO 8601. A certificate that was given on paper before may begin in the past. */
  validFrom: string;
  validUntil: string;
  scope: CertificateScope;
  /** As events cite it; the platform gives an address when it is left out. */
  uri?: string | undefined;
}

const fail = (pointer: string, en: string, zh: string) =>
  certificateErrors.invalid(...inBoth({ pointer, problem: { en, zh } }));

function checkLink(link: string, ais: readonly string[], pointer: string): string {
  const key = toThingKey(link);
  try {
    const first = parseDigitalLink(key).ai[0]?.[0] ?? '';
    if (!ais.includes(first)) {
      const isItem = ais[0] === '01';
      throw fail(
        pointer,
        `names no ${isItem ? 'trade item (GTIN)' : 'place (GLN)'}`,
        `不是${isItem ? '商品条码（GTIN）' : '地点编码（GLN）'}`,
      );
    }
  } catch (error) {
    if (error instanceof XiangyuError && error.code.startsWith('CERTIFICATE')) throw error;
    const { en, zh } = wordsOfError(error);
    throw fail(pointer, `is no GS1 Digital Link: ${en}`, `不是 GS1 数字链接：${zh}`);
  }
  return key;
}

/** The scope with every name in canonical form. @throws CERTIFICATE_INVALID */
function readScope({ activities, sites, products }: CertificateScope): CertificateScope {
  return {
    activities,
    sites: sites.map(({ place, ...rest }, at) => {
      if (rest.crop !== undefined && rest.areaHectares === undefined) {
        throw fail(
          `/scope/sites/${at}/areaHectares`,
          'is missing: a crop is certified for an area',
          '缺失：作物须按面积认证',
        );
      }
      return { ...rest, place: checkLink(place, ['414'], `/scope/sites/${at}/place`) };
    }),
    products: products.map(({ item, ...rest }, at) => ({
      ...rest,
      item: checkLink(item, ['01'], `/scope/products/${at}/item`),
    })),
  };
}

/**
 * Issues a certificate as a Verifiable Credential and enters it into the register, in one SQL transaction. Events that
 * cited it before are examined once more.
 *
 * @throws CERTIFICATE_INVALID, CERTIFICATE_TAKEN, CREDENTIAL_NOT_ACCREDITED, ALLIANCE_MEMBER_UNKNOWN
 */
export async function issueCertificate(
  { store, network }: { store: Store; network: TraceNetwork },
  parameters: IssueCertificateParameters,
): Promise<Certificate> {
  const { issuer, principal, type, number, standard, operator } = parameters;
  if (!certificateTypes.includes(type))
    throw fail('/type', `is none of ${certificateTypes.join(', ')}`, `不是 ${certificateTypes.join('、')} 之一`);
  const [from, until] = [new Date(parameters.validFrom), new Date(parameters.validUntil)];
  if (!(from.getTime() < until.getTime())) throw fail('/validUntil', 'is not after validFrom', '不晚于 validFrom');
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(operator))
    throw fail('/operator', 'is not the short name of an organisation', '不是单位简称');
  const scope = readScope(parameters.scope);
  if (type === 'OrganicSiteCertificate' && scope.sites.length === 0) throw fail('/scope/sites', 'is empty', '为空');
  if (type === 'OrganicProductCertificate' && scope.products.length === 0)
    throw fail('/scope/products', 'is empty', '为空');

  const id = randomUUID();
  const uri = toThingKey(parameters.uri ?? `${network.baseUrl}/certificates/${id}`);
  if (!/^(https?:\/\/|urn:)\S+$/.test(uri) || uri.length > 400) throw fail('/uri', 'is not an address', '不是有效地址');
  if (await readCertificate(store.sql, uri)) throw certificateErrors.taken({ uri });
  await network.credentials.issue({
    member: issuer,
    type,
    format: 'vc+jwt',
    subject: operator,
    validUntil: until,
    claims: {
      certificate: uri,
      certificateNumber: number,
      standard,
      certifier: issuer,
      operator,
      certifiedFrom: from.toISOString(),
      certifiedUntil: until.toISOString(),
      activities: scope.activities,
      sites: scope.sites.map((site) => ({ ...site })),
      products: scope.products.map((product) => ({ ...product })),
    },
    async also(tx, credential) {
      const rows = await tx`
        INSERT INTO trace.certificates (id, uri, credential, type, number, standard, issuer, operator, valid_from,
          valid_until, scope, issued_at)
        VALUES (${id}, ${uri}, ${credential}, ${type}, ${number}, ${standard}, ${issuer}, ${operator}, ${from}, ${until},
          ${JSON.stringify(scope)}::text::jsonb, ${new Date()})
        ON CONFLICT DO NOTHING RETURNING id`;
      if (rows.length === 0) throw certificateErrors.taken({ uri });
      await requestExamination(tx, { uri, operator });
      await network.recordAct(tx, {
        principal,
        action: 'trace:certify',
        resource: { type: 'Certificate', id, member: issuer },
        detail: { number, operator, certificate: uri },
      });
    },
  });
  const issued = await readCertificate(store.sql, id);
  if (!issued) throw certificateErrors.unknown({ certificate: id });
  return issued;
}
