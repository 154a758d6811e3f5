import type { Store } from '../../store/index.ts';
import type { TraceNetwork } from '../network.ts';
import { toThingKey } from '../things.ts';
import { readCertificates } from './findCertificates.ts';
import { type CertificateStatus, describeStatus } from './readStatus.ts';

/** A certificate in the history of a lot. */
export interface LotCertificate {
  uri: string;
  /** Null when the register does not know it. */
  certificate: CertificateStatus | null;
  /** Hashes of the events that cite it. */
  events: string[];
}

/** The certificates that the events in a lot's history cite, with their live status. Empty for an unknown lot. */
export async function readLotCertificates(
  house: { store: Store; network: TraceNetwork | null; readHistory(epc: string): Promise<string[]> },
  { gtin, lot }: { gtin: string; lot: string },
): Promise<LotCertificate[]> {
  const { sql } = house.store;
  const hashes = await house.readHistory(`https://id.gs1.org/01/${gtin}/10/${encodeURIComponent(lot)}`);
  const rows = await sql<{ hash: string; cited: string | string[] }[]>`
    SELECT hash, document->'certificationInfo' AS cited FROM trace.events
    WHERE hash = ANY(${hashes}::text[]) AND document ? 'certificationInfo' AND declaration = ''`;
  const uses = new Map<string, string[]>();
  for (const { hash, cited } of rows) {
    for (const uri of [cited].flat().map(toThingKey)) uses.set(uri, [...(uses.get(uri) ?? []), hash]);
  }
  const known = await readCertificates(sql, { uris: [...uses.keys()] });
  return Promise.all(
    [...uses].map(async ([uri, events]) => {
      const certificate = known.find((one) => one.uri === uri);
      return { uri, events, certificate: certificate ? await describeStatus(house.network, certificate) : null };
    }),
  );
}
