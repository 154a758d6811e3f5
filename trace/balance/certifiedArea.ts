import type { Sql, Tx } from '../../store/index.ts';
import type { Certificate } from '../certificates/certificate.ts';
import { readCertificates } from '../certificates/findCertificates.ts';

/** The certified area of a crop at a place. */
export interface CertifiedArea {
  hectares: number;
  certificates: Certificate[];
}

const covers = (site: string, place: string) => place === site || place.startsWith(`${site}/`);

/**
 * The certified area of a crop at a place in a season: of several certificates the greatest, because they are about the
 * same land. Null when none names an area.
 */
export async function readCertifiedArea(
  sql: Sql | Tx,
  { place, crop, members, season }: { place: string; crop: string; members: readonly string[]; season: number },
): Promise<CertifiedArea | null> {
  const known = await readCertificates(sql, { uris: [], operators: members });
  const found = known.flatMap((certificate) => {
    const { validFrom, validUntil, scope } = certificate;
    if (new Date(validUntil).getUTCFullYear() < season || new Date(validFrom).getUTCFullYear() > season + 1) return [];
    const sites = scope.sites.filter(
      (site) => site.crop === crop && site.areaHectares !== undefined && covers(site.place, place),
    );
    const hectares = sites.reduce((sum, { areaHectares = 0 }) => sum + areaHectares, 0);
    return hectares > 0 ? [{ hectares, certificate }] : [];
  });
  if (found.length === 0) return null;
  return {
    hectares: Math.max(...found.map(({ hectares }) => hectares)),
    certificates: found.map(({ certificate }) => certificate),
  };
}
